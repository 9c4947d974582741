import {
  type DocumentNode,
  executeSync,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  parse,
  validate,
} from 'graphql';
import type { ErrorCode } from '../../errors.ts';

type Errors = readonly GraphQLError[];
/** A document that can be executed, or what is wrong with it. */
type Read =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: Errors };

const refuse = (code: ErrorCode, errors: Errors = []): Read => ({
  errors: errors.map((error) => {
    const { message, nodes } = error;
    return new GraphQLError(message, { nodes, extensions: { code } });
  }),
});

function parsed(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Reads one operation's document, and refuses it in the words and with the codes of Apollo Server. */
export function readDocument(
  schema: GraphQLSchema,
  text: string,
  operationName: string | undefined,
): Read {
  const document = parsed(text);
  if (document instanceof GraphQLError) return refuse('GRAPHQL_PARSE_FAILED', [document]);
  const complaints = validate(schema, document);
  if (complaints.length > 0) return refuse('GRAPHQL_VALIDATION_FAILED', complaints);
  if (getOperationAST(document, operationName)) return { document };
  const { errors } = executeSync({ schema, document, operationName });
  return refuse('OPERATION_RESOLUTION_FAILURE', errors);
}
