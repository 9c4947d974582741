import type { Family } from './hostile.ts';
import { times } from './hostile.ts';

const GOOD = `query Some($of: Int = 3) { node { ... on Person { name ${times(40, (i) => `a${i}: label(of: $of) @include(if: true)`)} next { id } } } }`;
const PIECES = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '...',
  ':',
  '$',
  '@',
  '!',
  '=',
  '|',
  '&',
  '"',
  '"""',
  '#',
  ',',
  '\n',
  'query',
  'mutation',
  'subscription',
  'fragment',
  'on',
  'true',
  'null',
  '0',
  '-1',
  '1e9',
  '"a"',
  'node',
  'id',
  'next',
  'Person',
  'F',
  '$v',
  '@skip(if: true)',
  '... on',
  'extend',
  'type',
  '',
] as const;

/** What is nearly GraphQL. */
export const MALFORMED: Readonly<Record<string, Family>> = {
  'a document that ends too early': (random) => ({
    query: GOOD.slice(0, random.int(1, GOOD.length - 1)),
    isRefused: true,
  }),
  'a document with a sign too many': (random) => {
    const at = random.int(0, GOOD.length);
    return { query: `${GOOD.slice(0, at)}${random.pick(PIECES)}${GOOD.slice(at)}` };
  },
  'pieces in any order': (random) => ({
    query: times(random.size(1, 8_000), () => random.pick(PIECES)),
  }),
  'a long document with a mistake at its end': (random) => ({
    query: `{ ${times(random.size(10, 1_800), (i) => `f${i % 40}`)} } }`,
    isRefused: true,
  }),
  nothing: (random) => ({
    query: random.pick(['', ' ', '\n', '#', '{}', '{ }', 'query', '\ufeff', 'null', '0']),
    isRefused: true,
  }),
  'a subscription': (random) => ({
    query: `subscription { ${times(random.size(1, 1_000), (i) => `a${i}: node { id }`)} }`,
    isRefused: true,
  }),
};
