import type { Execute, Executor } from './execute/executor.ts';
import { isNothing, isPlainBody } from './plain-body.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A request whose operation was found valid before. */
export type KnownRequest = { readonly execute: Execute; readonly variables: Fields | undefined };

/** Reads a body as Apollo Server would: null for all that is not plainly a known operation. */
export function knownRequest(body: unknown, executor: Executor): KnownRequest | null {
  // Extensions are Apollo Server's to read.
  if (!isPlainBody(body) || !isNothing(body.extensions)) return null;
  const execute = executor.find(body.query, body.operationName ?? undefined);
  return execute ? { execute, variables: body.variables ?? undefined } : null;
}
