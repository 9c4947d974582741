import { type DocumentNode, type GraphQLError, type GraphQLSchema, validate } from 'graphql';

/**
 * After these errors, validation ends: nobody reads more. Names that are like an unknown one are not looked
 * for, because each search compares it with every name of the schema: a hundred of them took a second.
 */
export const VALIDATION = { maxErrors: 20, hideSuggestions: true } as const;

/** What does not fit the schema. */
export const validateDocument = (
  schema: GraphQLSchema,
  document: DocumentNode,
): readonly GraphQLError[] => validate(schema, document, undefined, VALIDATION);
