import type { ExecutionResult } from 'graphql';

/**
 * The places of an answer that are null because of an error, each once. Which of several errors below
 * such a place is reported, the specification leaves open.
 */
export function nulledByErrors({ data, errors = [] }: ExecutionResult): string[] {
  return [...new Set(errors.map(({ path = [] }) => nulled(data, path)))].sort();
}

function nulled(data: unknown, path: readonly (string | number)[]): string {
  let value = data;
  const reached: (string | number)[] = [];
  for (const element of path) {
    if (value === null || value === undefined) break;
    value = (value as Record<string | number, unknown>)[element];
    reached.push(element);
  }
  return value === null ? reached.join('.') : `${path.join('.')} is not null`;
}
