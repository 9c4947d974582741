type Fields = Readonly<Record<string, unknown>>;

/** The body of a GraphQL request, in the form that clients send. What its extensions mean is for the reader to say. */
export type PlainBody = {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Fields | null;
  readonly extensions?: unknown;
};

export const isNothing = (value: unknown) => value === undefined || value === null;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function isPlainBody(body: unknown): body is PlainBody {
  if (!isFields(body) || typeof body.query !== 'string') return false;
  const { operationName, variables } = body;
  if (!isNothing(operationName) && typeof operationName !== 'string') return false;
  return isNothing(variables) || isFields(variables);
}
