import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isOneOf } from '../format-error.ts';
import type { Path } from './data.ts';

/** What only the gateway says to a caller. Said by a subgraph, it is the gateway that asked wrongly. */
const GATEWAY_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'REQUEST_TOO_LARGE',
  'PLAN_IMPOSSIBLE',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
  'SUBGRAPH_BAD_RESPONSE',
];

/**
 * What graphql-js says of a value that a scalar refuses. The gateway's schema has the scalars' names
 * only, so that a subgraph is the first to read their values.
 */
const ABOUT_A_VALUE = /^(Variable "\$(?!representations")|Expected value of type )/;

/** An error of a subgraph, at a place of the client's answer; an empty path is no place. */
export function fromSubgraph(error: GraphQLFormattedError, path: Path): GraphQLError {
  return new GraphQLError(error.message, {
    extensions: extensionsOf(error),
    ...(path.length > 0 && { path }),
  });
}

/** Without `http`, by which Apollo Server would let a subgraph choose the status of our answer. */
function extensionsOf({ message, extensions = {} }: GraphQLFormattedError) {
  const { http: _http, ...rest } = extensions;
  if (!isOneOf(GATEWAY_CODES, rest.code)) return rest;
  return { code: ABOUT_A_VALUE.test(message) ? 'BAD_USER_INPUT' : 'INTERNAL' };
}
