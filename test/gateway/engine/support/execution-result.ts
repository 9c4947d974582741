import type { ExecutionResult } from 'graphql';
import type { Answer } from '../../../../gateway/execute.ts';

/** An answer as graphql-js would give it. */
export function executionResult({ data, errors }: Answer): ExecutionResult {
  if (data === undefined) return { errors };
  const read = JSON.parse(data);
  return errors.length > 0 ? { data: read, errors } : { data: read };
}
