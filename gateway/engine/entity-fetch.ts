import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphResponse } from '../../platform/subgraph.ts';
import { badResponse } from '../transport/failure.ts';
import type { Asked } from './asked.ts';
import { Batch } from './batch.ts';
import { compileCall, type Entities } from './call.ts';
import { type Data, isData } from './data.ts';
import type { FetchContext } from './fetch-context.ts';
import { markLacking, noteNulled } from './lacking.ts';
import { type Place, recordEntityErrors, recordFailure } from './outcome.ts';
import { targetsAt } from './paths.ts';
import { compileRepresentations } from './representations.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';
import { pathOf } from './subgraph-error.ts';

/** A fetch of entities: the same entity at several places is asked for once. */
export function compileEntityFetch(node: FetchNode, place: Place, context: FetchContext): Step {
  const { types, merge } = context;
  const representations = compileRepresentations(node.requires ?? [], types);
  const rewriteInput = compileRewrites(node.inputRewrites, types);
  const rewriteOutput = compileRewrites(node.outputRewrites, types);
  const call = compileCall(node, context);

  /** As text where nothing must be changed in it and the way to the subgraph wants text. */
  function entitiesIn({ texts, firsts }: Batch): Entities {
    const key = texts.join(',');
    if (context.transport.readsText && !rewriteInput) return { key, text: key, objects: null };
    const objects = firsts.map(representations.build);
    if (rewriteInput) for (const one of objects) rewriteInput(one);
    return { key, text: null, objects };
  }

  async function ask(run: Run, batch: Batch): Promise<void> {
    try {
      const answer = await call(run, entitiesIn(batch));
      run.cacheControls.push(answer.cacheControl);
      take(run, batch, answer, entitiesOf(node.serviceName, answer, batch.texts.length));
    } catch (error) {
      recordFailure(run, place, batch.targets, error);
    }
  }

  function take(
    run: Run,
    batch: Batch,
    { errors }: SubgraphResponse,
    entities: readonly unknown[] | null,
  ): void {
    const { targets, entityOf } = batch;
    if (errors?.length) recordEntityErrors(run, place, targetsOf(batch), errors);
    if (rewriteOutput && entities) rewriteEntities(batch, entities, rewriteOutput);
    run.placed += targets.length * place.asked.names.length;
    const explained = explainedEntities(errors);
    for (const [i, target] of targets.entries()) {
      const index = entityOf[i] ?? 0;
      fill(run, target, entities?.[index], explained(index));
    }
  }

  function fill(run: Run, target: Data, entity: unknown, isExplained: boolean): void {
    if (!isData(entity)) {
      markLacking(run.lacking, target, place.asked, isExplained);
      return;
    }
    merge(target, entity, place.asked);
    if (isExplained) noteNulled(run.nulled, target, entity, place.asked);
  }

  return (run) => {
    const batch = new Batch(representations);
    for (const target of targetsAt(run.root, place.hops)) {
      if (!batch.add(target)) lackInTurn(run, target, place.asked);
    }
    return batch.texts.length > 0 ? ask(run, batch) : undefined;
  };
}

/** What an entity needs is lacking because an earlier fetch had nothing for it: so does this one. */
function lackInTurn({ lacking, errors }: Run, target: Data, asked: Asked): void {
  if (errors.length > 0 || lacking.size > 0)
    markLacking(lacking, target, asked, lacking.get(target) ?? errors.length > 0);
}

function targetsOf({ targets, entityOf }: Batch) {
  const byEntity = new Map<number, Set<Data>>();
  for (const [index, target] of targets.entries()) {
    const entity = entityOf[index] ?? 0;
    const known = byEntity.get(entity);
    if (known) known.add(target);
    else byEntity.set(entity, new Set([target]));
  }
  return (entity: number): ReadonlySet<Data> => byEntity.get(entity) ?? new Set();
}

/** Which entities have an error that says why they are not there. */
function explainedEntities(errors: SubgraphResponse['errors'] = []) {
  const entities = new Set(
    errors.map(pathOf).map(([field, entity]) => (field === '_entities' ? entity : undefined)),
  );
  return (entity: number) => entities.has(entity) || entities.has(undefined);
}

/** Null where errors say that there is nothing; another answer without entities is a failure. */
function entitiesOf(
  subgraph: string,
  { data, errors }: SubgraphResponse,
  wanted: number,
): readonly unknown[] | null {
  const entities = data?._entities ?? null;
  if (entities === null && errors?.length) return null;
  if (Array.isArray(entities) && entities.length === wanted) return entities;
  throw badResponse(subgraph, `Its answer has no list of the ${wanted} entities asked for.`);
}

/** Rewrites are for some types only: an entity that does not say its type has that of its target. */
function rewriteEntities(
  { targets, entityOf }: Batch,
  entities: readonly unknown[],
  rewrite: (value: unknown) => void,
): void {
  for (const [i, { __typename }] of targets.entries()) {
    const entity = entities[entityOf[i] ?? 0];
    if (isData(entity)) entity.__typename ??= __typename;
  }
  rewrite(entities);
}
