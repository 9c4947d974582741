import type { FetchNode } from '@apollo/query-planner';
import type { SubgraphResponse } from '../../platform/subgraph.ts';
import { badResponse } from '../transport/failure.ts';
import { compileCall } from './call.ts';
import { type Data, isData } from './data.ts';
import type { FetchContext } from './fetch-context.ts';
import { markLacking, noteNulled } from './lacking.ts';
import { type Place, recordFailure, recordRootErrors } from './outcome.ts';
import { targetsAt } from './paths.ts';
import { compileRewrites } from './rewrites.ts';
import type { Run } from './run.ts';
import type { Step } from './step.ts';

/** A fetch of fields of a subgraph's root. Its target is the answer's root, or objects of the root type below it. */
export function compileRootFetch(node: FetchNode, place: Place, context: FetchContext): Step {
  const rewriteOutput = compileRewrites(node.outputRewrites, context.types);
  const call = compileCall(node, context);

  async function ask(run: Run, targets: readonly Data[]): Promise<void> {
    try {
      take(run, targets, await call(run, null));
    } catch (error) {
      recordFailure(run, place, targets, error);
    }
  }

  function take(run: Run, targets: readonly Data[], answer: SubgraphResponse): void {
    run.cacheControls.push(answer.cacheControl);
    const data = dataOf(node.serviceName, answer);
    const { errors = [] } = answer;
    if (errors.length > 0) recordRootErrors(run, place, targets, errors);
    if (rewriteOutput) rewriteOutput(data);
    for (const target of targets) fill(run, target, data, errors.length > 0);
  }

  function fill(run: Run, target: Data, data: Data | null, isExplained: boolean): void {
    if (!data) {
      markLacking(run.lacking, target, place.asked, true);
      return;
    }
    context.merge(target, data, place.asked);
    if (isExplained) noteNulled(run.nulled, target, data, place.asked);
  }

  return (run) => {
    const targets = targetsAt(run.root, place.hops);
    return targets.length > 0 ? ask(run, targets) : undefined;
  };
}

/** Null where errors say that there is nothing. */
function dataOf(subgraph: string, { data, errors }: SubgraphResponse): Data | null {
  if (isData(data)) return data;
  if (errors?.length) return null;
  throw badResponse(subgraph, 'Its answer has neither data nor errors.');
}
