import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isOneOf } from '../format-error.ts';
import { isData, type Path } from './data.ts';

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

/** Where a subgraph says that an error is, as far as it can be read. Servers differ: an index may be a text, and a path anything. */
export function pathOf({ path }: GraphQLFormattedError): Path {
  const read: (string | number)[] = [];
  for (const element of Array.isArray(path) ? path : []) {
    const one: unknown = isIndexText(element) ? Number(element) : element;
    if (typeof one !== 'string' && !isIndex(one)) break;
    read.push(one);
  }
  return read;
}

const isIndexText = (element: unknown) => typeof element === 'string' && /^\d+$/.test(element);

const isIndex = (element: unknown): element is number =>
  typeof element === 'number' && Number.isInteger(element) && element >= 0;

/** Without `http`, by which Apollo Server would let a subgraph choose the status of our answer. */
function extensionsOf({ message, extensions }: GraphQLFormattedError) {
  const { http: _http, ...rest } = isData(extensions) ? extensions : {};
  if (!isOneOf(GATEWAY_CODES, rest.code)) return rest;
  return { code: ABOUT_A_VALUE.test(message) ? 'BAD_USER_INPUT' : 'INTERNAL' };
}
