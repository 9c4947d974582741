import { assembleSupergraph, type LoadedSupergraph } from '../supergraph.ts';
import { partsOf, readApolloSupergraph } from './apollo-supergraph.ts';
import { introspectHere } from './introspect.ts';
import { createPlanOperation } from './plan-operation.ts';
import type { Planning } from './planner.ts';
import { textsOf } from './refusals.ts';

/** Throws where the text is no supergraph, or one that wants a feature that this gateway lacks. */
export function loadSupergraph(sdl: string): LoadedSupergraph {
  return assembleSupergraph(sdl, partsOf(sdl, readApolloSupergraph(sdl)));
}

/** Planning without a thread of its own and without a bound: for tools and tests, not for a public door. */
export const PLANNING_HERE: Planning = {
  load: async (sdl) => loadSupergraph(sdl),
  planner({ sdl }) {
    const plan = createPlanOperation(readApolloSupergraph(sdl));
    return async (texts, labels) => texts.map((text) => plan(text, labels));
  },
  introspector({ apiSchema }) {
    return async (text, variables) => textsOf(introspectHere(apiSchema, text, variables));
  },
  async close() {},
};
