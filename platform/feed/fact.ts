import type pg from 'pg';
import type { SubgraphName } from '../subgraph.ts';

/** The latest that is known of one thing. A `body` of null says that the thing is gone. */
export type Fact = { readonly topic: string; readonly key: string; readonly body: unknown };

/** Applies facts of one topic to tables of the follower: each key once, in the follower's transaction. */
export type Apply = (client: pg.ClientBase, facts: readonly Fact[]) => Promise<void>;

/** What a subgraph follows of another. Within a page, topics are applied in the order written here. */
export type Follower = {
  readonly source: SubgraphName;
  readonly topics: Readonly<Record<string, Apply>>;
};
