import { type Operation, operationFromDocument } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { ApolloSupergraph } from './apollo-supergraph.ts';
import type { Labels } from './planner.ts';
import { NoPlan } from './refusals.ts';
import { unnameRoots } from './unnamed-roots.ts';
import { withoutIntrospection } from './without-introspection.ts';

/** Plans that are weighed against each other, at most: enough for hundreds of fields that several subgraphs have. */
const PLANS_WEIGHED = 2_000;

/** Throws a {@link NoPlan} where there is none. */
export type PlanOperation = (text: string, labels: Labels) => QueryPlan;

/** Plans in the thread that calls it, for as long as it takes. */
export function createPlanOperation({ supergraph, apiSchema }: ApolloSupergraph): PlanOperation {
  const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: PLANS_WEIGHED } });
  return (text, labels) => {
    const operation = operationFromDocument(apiSchema, withoutIntrospection(parse(text)));
    const plan = orNoPlan(() =>
      planner.buildQueryPlan(operation, { overrideConditions: new Map(labels) }),
    );
    if (!plan.node && asksOfSubgraphs(operation)) throw new NoPlan('The plan has no fetch.');
    if (plan.node && plan.node.kind !== 'Subscription') unnameRoots(plan.node);
    return plan;
  };
}

const asksOfSubgraphs = ({ selectionSet }: Operation) =>
  selectionSet.fieldsInSet().some(({ field }) => field.element.name !== '__typename');

/** What the planner throws is about the supergraph: the operation fits the schema. */
function orNoPlan(plan: () => QueryPlan): QueryPlan {
  try {
    return plan();
  } catch (error) {
    throw new NoPlan(error instanceof Error ? error.message : String(error));
  }
}
