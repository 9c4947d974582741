import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Asked } from './asked.ts';
import { type ClientNames, toClientPath } from './client-names.ts';
import type { Data, Path } from './data.ts';
import { markLacking } from './lacking.ts';
import { type Hop, placesOf } from './paths.ts';
import type { Run } from './run.ts';
import { fromSubgraph } from './subgraph-error.ts';

/** Where a fetch adds to the answer, and what. */
export type Place = {
  readonly hops: readonly Hop[];
  /** As far as it is one place: up to the first list. */
  readonly path: Path;
  readonly names: ClientNames;
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
  run.errors.push(
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
  const places = placesOf(run.root, place.hops, new Set(targets));
  for (const error of errors) {
    const below = toClientPath(error.path ?? [], place.names);
    for (const path of below.length > 0 ? places : places.slice(0, 1))
      run.errors.push(fromSubgraph(error, [...toClientPath(path, place.names), ...below]));
  }
}

/** Errors that a subgraph gave of entities: at each place of the entity; or once, at the place of the fetch. */
export function recordEntityErrors(
  run: Run,
  place: Place,
  targetsOf: (entity: number) => ReadonlySet<Data>,
  errors: readonly GraphQLFormattedError[],
): void {
  for (const error of errors) {
    const [field, entity, ...rest] = error.path ?? [];
    if (field !== '_entities' || typeof entity !== 'number') {
      run.errors.push(fromSubgraph(error, place.path));
      continue;
    }
    const below = toClientPath(rest, place.names);
    for (const path of placesOf(run.root, place.hops, targetsOf(entity)))
      run.errors.push(fromSubgraph(error, [...toClientPath(path, place.names), ...below]));
  }
}
