import { expect } from 'vitest';
import type { Following } from '../../../platform/feed/follow.ts';
import { catchUpAll } from '../../../scripts/graph/local-followings.ts';
import type { Graph } from '../support/graph.ts';
import type { Asking } from '../support/sign-in.ts';

/** Tells a story to the graph, and listens to what it says back. */
export type Teller = {
  readonly graph: Graph;
  /** What is asked, of which nothing may be refused; then each subgraph knows what the others know. */
  tell<Data>(query: string, as: Asking | undefined, variables?: object): Promise<Data>;
  /** The rule by which what is asked is refused. */
  refused(query: string, as: Asking | undefined, variables?: object): Promise<unknown>;
};

export const tellTo = (graph: Graph, followings: readonly Following[]): Teller => ({
  graph,
  async tell<Data>(query: string, as: Asking | undefined, variables?: object) {
    const { data, errors } = await graph.ask<Data>(query, as, variables);
    expect({ query, errors }).toEqual({ query, errors: undefined });
    if (query.startsWith('mutation')) await catchUpAll(followings);
    return data;
  },
  async refused(query, as, variables) {
    const { errors = [] } = await graph.ask(query, as, variables);
    return errors.map(({ extensions }) => extensions.rule ?? extensions.code);
  },
});
