import type { GraphQLError } from 'graphql';
import type { Vouched } from '../../platform/actor-token.ts';
import type { SubgraphResponse } from '../../platform/subgraph.ts';
import type { RequestObservation } from '../observe/request-observation.ts';
import type { LeaveSignal } from '../transport/leaving.ts';
import type { Data } from './data.ts';
import type { Nulled } from './lacking.ts';

/** What one request has gathered so far. */
export type Run = {
  /** As the client sent them: subgraphs read them themselves. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly vouched: Vouched;
  /** When the client must have its answer, by `performance.now()`. */
  readonly deadline: number;
  /** Aborted when the client has left. */
  readonly signal: LeaveSignal | null;
  /** Null where nobody looks. */
  readonly observation: RequestObservation | null;
  readonly root: Data;
  /** Fields of entities that were put in their places so far. */
  placed: number;
  readonly errors: GraphQLError[];
  /** The `cache-control` of each fetch's answer. */
  readonly cacheControls: (string | undefined)[];
  /**
   * Objects that a fetch had nothing for, so that a field that they lack is null and no surprise. True
   * where an error says why, false where the subgraph knows no such entity.
   */
  readonly lacking: Map<Data, boolean>;
  readonly nulled: Nulled[];
  /** Answers to fetches that the plan makes more than once, by what was asked. */
  readonly asked: Map<string, Promise<SubgraphResponse>>;
};
