import type { GraphQLFormattedError } from 'graphql';
import type { Vouched } from './actor-token.ts';

/** The four subgraphs, by the names they have in the supergraph. */
export const SUBGRAPHS = [
  'schools-and-network',
  'employers-and-sites',
  'students-and-mycap',
  'placements',
] as const;
export type SubgraphName = (typeof SUBGRAPHS)[number];

/** What the gateway asks of one subgraph: a GraphQL request. */
export type SubgraphRequest = {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
};

/** What a subgraph answers. Errors are masked already. */
export type SubgraphResponse = {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly GraphQLFormattedError[] | undefined;
  /** Its `cache-control`: for how long the data may be kept, and by whom. Nothing says not at all. */
  readonly cacheControl?: string | undefined;
};

/** A subgraph in this process: no HTTP and no JSON between it and its caller. */
export type LocalSubgraph = {
  readonly name: SubgraphName;
  execute(request: SubgraphRequest, vouched: Vouched): Promise<SubgraphResponse>;
};

/** The header that carries the signed actor from the gateway to a subgraph. */
export const ACTOR_HEADER = 'x-actor-token';
