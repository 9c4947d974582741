import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Asked } from './asked.ts';
import { type ClientView, toClientPath } from './client-names.ts';
import type { Data, Path } from './data.ts';
import { markLacking } from './lacking.ts';
import { type Hop, placesOf } from './paths.ts';
import type { Run } from './run.ts';
import { fromSubgraph, pathOf } from './subgraph-error.ts';
import { listsAll, report } from './too-large.ts';

/** Where a fetch adds to the answer, and what. */
export type Place = {
  readonly hops: readonly Hop[];
  /** As far as it is one place: up to the first list. */
  readonly path: Path;
  readonly view: ClientView;
  readonly asked: Asked;
};

/** A fetch without an answer: one error at the place of the fetch, and nothing for its targets. */
export function recordFailure(
  run: Run,
  { path, asked }: Place,
  targets: readonly Data[],
  error: unknown,
): void {
  const cause = error instanceof Error ? error : new Error(String(error));
  report(
    run.errors,
    () =>
      new GraphQLError(cause.message, { originalError: cause, ...(path.length > 0 && { path }) }),
  );
  for (const target of targets) markLacking(run.lacking, target, asked, true);
}

/** Errors that a subgraph gave of a query of its own root. */
export function recordRootErrors(
  run: Run,
  place: Place,
  targets: readonly Data[],
  errors: readonly GraphQLFormattedError[],
): void {
  const places = placesOf(run.root, place.hops);
  const all = targets.flatMap((target) => places.get(target) ?? []);
  for (const error of errors) {
    if (!listsAll(run.errors)) return;
    const below = pathOf(error);
    reportAt(run, place, below.length > 0 ? all : all.slice(0, 1), error, below);
  }
}

/** Errors that a subgraph gave of entities: at each place of the entity; or once, at the place of the fetch. */
export function recordEntityErrors(
  run: Run,
  place: Place,
  targetsOf: (entity: number) => ReadonlySet<Data>,
  errors: readonly GraphQLFormattedError[],
): void {
  const places = placesOf(run.root, place.hops);
  const known = new Map<number, readonly Path[]>();
  const placesOfEntity = (entity: number) => {
    const found =
      known.get(entity) ?? [...targetsOf(entity)].flatMap((one) => places.get(one) ?? []);
    known.set(entity, found);
    return found;
  };
  for (const error of errors) {
    if (!listsAll(run.errors)) return;
    const [field, entity, ...below] = pathOf(error);
    const isOfOne = field === '_entities' && typeof entity === 'number';
    const at = isOfOne ? placesOfEntity(entity) : [];
    if (at.length > 0) reportAt(run, place, at, error, below);
    else report(run.errors, () => fromSubgraph(error, place.path));
  }
}

/** One error at each of some places of the answer. */
function reportAt(
  { errors }: Run,
  { view }: Place,
  places: readonly Path[],
  error: GraphQLFormattedError,
  below: Path,
): void {
  for (const path of places) {
    if (!listsAll(errors)) return;
    report(errors, () => fromSubgraph(error, toClientPath([...path, ...below], view)));
  }
}
