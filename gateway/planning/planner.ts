import type { QueryPlan } from '@apollo/query-planner';
import type { LoadedSupergraph } from '../supergraph.ts';

/** The states of the labels that `@override` has, for one request. */
export type Labels = ReadonlyMap<string, boolean>;

/** Plans texts of one operation each, over one supergraph. Rejects with a `GraphQLError` that has a code, or with a bug. */
export type Planner = (texts: readonly string[], labels: Labels) => Promise<readonly QueryPlan[]>;

/**
 * Answers an operation that asks for nothing but `__schema` and `__type`: JSON texts of its root fields, by
 * the client's names. Rejects as a {@link Planner} does.
 */
export type Introspector = (
  text: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<ReadonlyMap<string, string>>;

/** Where Apollo's libraries read supergraphs and plan operations. */
export type Planning = {
  /** Rejects where the text is no supergraph, or one that wants a feature that this gateway lacks. */
  load(sdl: string): Promise<LoadedSupergraph>;
  planner(supergraph: LoadedSupergraph): Planner;
  /** A schema can be asked for megabytes of itself, so that this is no work for the event loop either. */
  introspector(supergraph: LoadedSupergraph): Introspector;
  close(): Promise<void>;
};
