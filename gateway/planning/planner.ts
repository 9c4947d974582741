import type { QueryPlan } from '@apollo/query-planner';
import type { LoadedSupergraph } from '../supergraph.ts';

/** The states of the labels that `@override` has, for one request. */
export type Labels = ReadonlyMap<string, boolean>;

/** Plans texts of one operation each, over one supergraph. Rejects with a `GraphQLError` that has a code, or with a bug. */
export type Planner = (texts: readonly string[], labels: Labels) => Promise<readonly QueryPlan[]>;

/** Where Apollo's libraries read supergraphs and plan operations. */
export type Planning = {
  /** Rejects where the text is no supergraph, or one that wants a feature that this gateway lacks. */
  load(sdl: string): Promise<LoadedSupergraph>;
  planner(supergraph: LoadedSupergraph): Planner;
  close(): Promise<void>;
};
