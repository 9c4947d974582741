import type { ServiceMap } from '@apollo/gateway';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { isOneOf } from './format-error.ts';
import { SubgraphFailure } from './transport/failure.ts';
import type { Transport } from './transport/transport.ts';

type DataSource = ServiceMap[string];
type Processing = Parameters<DataSource['process']>[0];

/** What only the gateway says to a caller. Said by a subgraph, it is the gateway that asked wrongly. */
const GATEWAY_CODES = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'REQUEST_TOO_LARGE',
];

/** Apollo's view of one subgraph, over our transport. */
export function createDataSource(subgraph: string, transport: Transport): DataSource {
  return {
    async process(processing) {
      const { query = '', operationName, variables } = processing.request;
      const vouched = processing.context as Vouched;
      try {
        const request = { query, operationName, variables };
        const { data, errors } = await transport.fetch(subgraph, request, vouched);
        return { data, errors: errors?.map(fromSubgraph) };
      } catch (error) {
        if (error instanceof SubgraphFailure) throw atItsPlace(error, processing);
        throw error;
      }
    },
  };
}

/**
 * What graphql-js says of a value that a scalar refuses. The gateway's schema has the scalars' names
 * only, so that a subgraph is the first to read their values.
 */
const ABOUT_A_VALUE = /^(Variable "\$(?!representations")|Expected value of type )/;

function fromSubgraph(error: GraphQLFormattedError): GraphQLFormattedError {
  if (!isOneOf(GATEWAY_CODES, error.extensions?.code)) return error;
  const code = ABOUT_A_VALUE.test(error.message) ? 'BAD_USER_INPUT' : 'INTERNAL';
  return { ...error, extensions: { code } };
}

/** A failed fetch as an error at the path of the fetch, as far as it has no list in it. */
function atItsPlace(failure: SubgraphFailure, processing: Processing): GraphQLError {
  const path = 'pathInIncomingRequest' in processing ? processing.pathInIncomingRequest : [];
  const list = path?.indexOf('@') ?? -1;
  const known = list < 0 ? path : path?.slice(0, list);
  return new GraphQLError(failure.message, {
    originalError: failure,
    ...(known?.length && { path: known }),
  });
}
