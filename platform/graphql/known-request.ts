import type { Execute, Executor } from './execute/executor.ts';

type Fields = Readonly<Record<string, unknown>>;
type Body = {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Fields | null;
};

/** A request whose operation was found valid before. */
export type KnownRequest = { readonly execute: Execute; readonly variables: Fields | undefined };

const isNothing = (value: unknown) => value === undefined || value === null;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** As the gateway sends it. Extensions, and whatever is not right, are Apollo Server's to read or refuse. */
function isPlainBody(body: unknown): body is Body {
  if (!isFields(body) || typeof body.query !== 'string') return false;
  const { operationName, variables, extensions } = body;
  if (!isNothing(operationName) && typeof operationName !== 'string') return false;
  return isNothing(extensions) && (isNothing(variables) || isFields(variables));
}

/** Reads a body as Apollo Server would: null for all that is not plainly a known operation. */
export function knownRequest(body: unknown, executor: Executor): KnownRequest | null {
  if (!isPlainBody(body)) return null;
  const execute = executor.find(body.query, body.operationName ?? undefined);
  return execute ? { execute, variables: body.variables ?? undefined } : null;
}
