import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mixBodies } from './mix.ts';

/**
 * What is sent, again and again: the request number n has the body n and the token n, each list from its start again
 * when it is over.
 */
export type Work = {
  readonly name: WorkName;
  readonly title: string;
  readonly bodies: readonly string[];
  readonly tokens: readonly string[];
};
export const WORK_NAMES = ['deep', 'deep-users', 'mix', 'users'] as const;
export type WorkName = (typeof WORK_NAMES)[number];

/** A prime: with the mix's bodies it makes 605,400 pairs before one comes again. */
export const USERS_ASKING = 1_009;

const deep = (): string[] => {
  const query = readFileSync(join(import.meta.dirname, 'deep.graphql'), 'utf8');
  return [JSON.stringify({ query, operationName: 'Deep' })];
};

/** `tokens` are of {@link USERS_ASKING} users. */
export function workOf(name: WorkName, tokens: readonly string[]): Work {
  const one = tokens.slice(0, 1);
  switch (name) {
    case 'deep':
      return { name, title: 'one deep query, repeated', bodies: deep(), tokens: one };
    case 'deep-users':
      return { name, title: 'the deep query, each from another user', bodies: deep(), tokens };
    case 'mix':
      return { name, title: '200 operations with variables', bodies: mixBodies(), tokens: one };
    case 'users':
      return { name, title: 'the same, each from another user', bodies: mixBodies(), tokens };
  }
}
