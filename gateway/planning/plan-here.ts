import { operationFromDocument, type Schema, type Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { parse } from 'graphql';
import type { Labels, Planning } from './planner.ts';

/** Plans that are weighed against each other, at most: enough for hundreds of fields that several subgraphs have. */
const PLANS_WEIGHED = 2_000;

type Apollo = { readonly supergraph: Supergraph; readonly apiSchema: Schema };

/** Plans in the thread that calls it, for as long as it takes. */
export function createPlanHere({ supergraph, apiSchema }: Apollo) {
  const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: PLANS_WEIGHED } });
  return (text: string, labels: Labels): QueryPlan => {
    const operation = operationFromDocument(apiSchema, parse(text));
    return planner.buildQueryPlan(operation, { overrideConditions: new Map(labels) });
  };
}

/** Planning without a thread of its own and without a bound: for tools and tests, not for a public door. */
export const PLANNING_HERE: Planning = {
  planner({ apollo }) {
    const planHere = createPlanHere(apollo);
    return async (texts, labels) => texts.map((text) => planHere(text, labels));
  },
  async close() {},
};
