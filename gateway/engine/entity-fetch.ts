import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphResponse } from '../../platform/subgraph.ts';
import { badResponse } from '../transport/failure.ts';
import type { Asked } from './asked.ts';
import { type Batch, compileCall } from './call.ts';
import { type Data, isData } from './data.ts';
import type { FetchContext } from './fetch-context.ts';
import { markLacking } from './lacking.ts';
import { type Place, recordEntityErrors, recordFailure } from './outcome.ts';
import { targetsAt } from './paths.ts';
import { compileRepresentations, type Representations } from './representations.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';

/** Targets of a fetch, and which of the entities that were asked for belongs to each. */
type Gathered = Batch & {
  readonly targets: readonly Data[];
  readonly entityOf: readonly number[];
};

/** A fetch of entities: the same entity at several places is asked for once. */
export function compileEntityFetch(node: FetchNode, place: Place, context: FetchContext): Step {
  const { types, merge } = context;
  const representations = compileRepresentations(node.requires ?? [], types);
  const rewriteInput = compileRewrites(node.inputRewrites, types);
  const rewriteOutput = compileRewrites(node.outputRewrites, types);
  const call = compileCall(node, context);

  async function ask(run: Run, gathered: Gathered): Promise<void> {
    if (rewriteInput) for (const one of gathered.representations) rewriteInput(one);
    try {
      const answer = await call(run, gathered);
      take(run, gathered, answer, entitiesOf(node.serviceName, answer, gathered));
    } catch (error) {
      recordFailure(run, place, gathered.targets, error);
    }
  }

  function take(
    run: Run,
    gathered: Gathered,
    { errors }: SubgraphResponse,
    entities: readonly unknown[] | null,
  ): void {
    const { targets, entityOf } = gathered;
    if (errors?.length) recordEntityErrors(run, place, targetsOf(gathered), errors);
    if (rewriteOutput && entities) rewriteEntities(gathered, entities, rewriteOutput);
    const explained = explainedEntities(errors);
    for (const [i, target] of targets.entries()) {
      const index = entityOf[i] ?? 0;
      const entity = entities?.[index];
      if (isData(entity)) merge(target, entity, place.asked);
      else markLacking(run.lacking, target, place.asked, explained(index));
    }
  }

  return (run) => {
    const all = targetsAt(run.root, place.hops);
    if (all.length === 0) return undefined;
    const gathered = gather(run, all, representations, place);
    return gathered.representations.length > 0 ? ask(run, gathered) : undefined;
  };
}

function gather(
  run: Run,
  all: readonly Data[],
  { keyOf, build }: Representations,
  { asked }: Place,
): Gathered {
  const known = new Map<string, number>();
  const representations: Data[] = [];
  const targets: Data[] = [];
  const entityOf: number[] = [];
  for (const target of all) {
    const key = keyOf(target);
    if (key === null) lackInTurn(run, target, asked);
    if (!key) continue;
    let index = known.get(key);
    if (index === undefined) {
      index = representations.push(build(target)) - 1;
      known.set(key, index);
    }
    targets.push(target);
    entityOf.push(index);
  }
  return { representations, targets, entityOf, key: [...known.keys()].join('') };
}

/** What an entity needs is lacking because an earlier fetch had nothing for it: so does this one. */
function lackInTurn({ lacking, errors }: Run, target: Data, asked: Asked): void {
  if (errors.length > 0 || lacking.size > 0)
    markLacking(lacking, target, asked, lacking.get(target) ?? errors.length > 0);
}

function targetsOf({ targets, entityOf }: Gathered) {
  return (entity: number): ReadonlySet<Data> =>
    new Set(targets.filter((_target, index) => entityOf[index] === entity));
}

/** Which entities have an error that says why they are not there. */
function explainedEntities(errors: SubgraphResponse['errors'] = []) {
  const entities = new Set(
    errors.map(({ path }) => (path?.[0] === '_entities' ? path[1] : undefined)),
  );
  return (entity: number) => entities.has(entity) || entities.has(undefined);
}

/** Null where errors say that there is nothing; another answer without entities is a failure. */
function entitiesOf(
  subgraph: string,
  { data, errors }: SubgraphResponse,
  { representations }: Gathered,
): readonly unknown[] | null {
  const entities = data?._entities ?? null;
  if (entities === null && errors?.length) return null;
  const wanted = representations.length;
  if (Array.isArray(entities) && entities.length === wanted) return entities;
  throw badResponse(subgraph, `Its answer has no list of the ${wanted} entities asked for.`);
}

/** Rewrites are for some types only: an entity that does not say its type has that of its target. */
function rewriteEntities(
  { targets, entityOf }: Gathered,
  entities: readonly unknown[],
  rewrite: (value: unknown) => void,
): void {
  for (const [i, { __typename }] of targets.entries()) {
    const entity = entities[entityOf[i] ?? 0];
    if (isData(entity)) entity.__typename ??= __typename;
  }
  rewrite(entities);
}
