import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphResponse } from '../../../../../platform/subgraph.ts';
import { isTold } from './projection.ts';
import { LEFT_OUT } from './trouble.ts';

/** Puts what cannot be a value where a field said so, in place of its error. */
export function misshape({ data, errors = [] }: SubgraphResponse): SubgraphResponse {
  const left = errors.filter((error) => !(isTold(data) && replace(data, error)));
  return { data, ...(left.length > 0 && { errors: left }) };
}

/** Whether the error was replaced by what it said. */
function replace(
  data: Record<string, unknown>,
  { path = [], extensions = {} }: GraphQLFormattedError,
): boolean {
  if (extensions.instead === undefined) return false;
  const last = path.at(-1);
  let parent: unknown = data;
  for (const element of path.slice(0, -1)) parent = (parent as Record<string, unknown>)[element];
  const object = parent as Record<string, unknown>;
  if (last === undefined || object[last] !== null) return false;
  if (extensions.instead === LEFT_OUT) delete object[last];
  else object[last] = extensions.instead;
  return true;
}
