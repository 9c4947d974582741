import { execute, type GraphQLSchema, parse } from 'graphql';

/** Root fields of an answer about the schema as JSON text, by the names that the client gave them. */
export type Introspected = readonly (readonly [string, string])[];

/** About five times what GraphiQL asks of our own schema. */
export const INTROSPECTED_LIMIT = 2 * 1024 * 1024;

/**
 * Answers an operation that asks for nothing but `__schema` and `__type`, in the thread that calls it; or
 * says how many characters the answer has, where those are too many.
 */
export function introspectHere(
  schema: GraphQLSchema,
  text: string,
  variableValues: Readonly<Record<string, unknown>>,
): Introspected | number {
  const result = execute({ schema, document: parse(text), variableValues });
  const data = 'data' in result ? (result.data ?? {}) : {};
  const texts: (readonly [string, string])[] = [];
  let length = 0;
  for (const [name, value] of Object.entries(data)) {
    const json = JSON.stringify(value);
    length += json.length;
    if (length > INTROSPECTED_LIMIT) return length;
    texts.push([name, json]);
  }
  return texts;
}
