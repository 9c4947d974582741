import type { FetchNode, PlanNode, QueryPlan, ResponsePath } from '@apollo/query-planner';
import { textOf } from './call.ts';
import { compileFetch } from './fetch.ts';
import type { FetchContext } from './fetch-context.ts';
import { inParallel, inSequence, type Step } from './step.ts';

const NOTHING: Step = () => undefined;

/** Turns a plan into the step that runs it. */
export function compilePlan({ node }: QueryPlan, context: Omit<FetchContext, 'isRepeated'>): Step {
  if (!node) return NOTHING;
  if (node.kind === 'Subscription') throw new Error('Subscriptions are not served.');
  return compileNode(node, [], {
    ...context,
    isRepeated: repeatedIn(node),
  });
}

function compileNode(node: PlanNode, path: ResponsePath, context: FetchContext): Step {
  const compile = (child: PlanNode) => compileNode(child, path, context);
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, context);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], context);
    case 'Sequence':
      return inSequence(node.nodes.map(compile));
    case 'Parallel':
      return inParallel(node.nodes.map(compile));
    case 'Condition':
      throw new Error('A plan without conditions has one.');
    case 'Defer':
      throw new Error('Incremental delivery is not ours.');
  }
}

/** Only queries may be sent once for twice: after a mutation the same text has another answer. */
function repeatedIn(plan: PlanNode): (node: FetchNode) => boolean {
  const fetches = fetchesOf(plan);
  if (fetches.some(({ operationKind }) => operationKind !== 'query')) return () => false;
  const times = new Map<string, number>();
  for (const fetch of fetches) times.set(textOf(fetch), (times.get(textOf(fetch)) ?? 0) + 1);
  return (node) => (times.get(textOf(node)) ?? 0) > 1;
}

function fetchesOf(node: PlanNode): FetchNode[] {
  switch (node.kind) {
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Condition':
    case 'Defer':
      return [];
  }
}
