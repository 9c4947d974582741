import type { Family } from './hostile.ts';
import { nested, times } from './hostile.ts';
import type { Random } from './random.ts';

const LEAVES = ['id', 'name', 'label', 'hours', 'score', '__typename'] as const;

/** Selections that are valid, of a given number. */
function someOf(random: Random, count: number, depth: number): string {
  const leaf = (index: number) =>
    random.pick([...LEAVES, `l${index % 60}: label(of: ${random.int(0, 9)})`]);
  if (depth === 0 || count < 4) return times(Math.max(1, count), leaf);
  const part = Math.floor(count / 2);
  return `${random.pick(['next', 'other'])} { ... on Person { ${someOf(random, part, depth - 1)} } } ${someOf(random, count - part - 1, depth - 1)}`;
}

const manyOf = (count: number, what: string) =>
  `nodes(first: ${count}) { nodes { ... on Person { ${what} } } }`;

/** What is valid, and asks for more than anybody needs. */
export const COSTLY: Readonly<Record<string, Family>> = {
  'pages of a billion': (random) => ({
    query: `query ($first: Int) { nodes(first: $first) { nodes { id } } }`,
    variables: { first: random.pick([2_147_483_647, 1_000_000, 50_001]) },
    isRefused: true,
  }),
  'pages in pages': (random) => ({
    query: `{ ${nested(random.int(3, 6), `nodes(first: ${random.int(40, 900)}) { nodes { ... on Person { more { `, 'nodes { id }', ' } } } }').replaceAll('more { nodes(', 'more(first: 90) { nodes { id } } nodes(')} }`,
  }),
  'conditions of many variables': (random) => {
    const count = random.int(1, 45);
    return {
      query: `query (${times(count, (i) => `$v${i}: Boolean!`)}) { node { ${times(count, (i) => `a${i}: label @${random.pick(['skip', 'include'])}(if: $v${i})`)} } }`,
      variables: Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`v${i}`, random.int(0, 1) === 1]),
      ),
    };
  },
  'a document that nobody sent before': (random) => ({
    query: `query Q${random.int(0, 1e9)} { node { ... on Person { ${someOf(random, random.size(5, 1_500), random.int(1, 12))} } } }`,
  }),
  'a document whose answer is long': (random) => ({
    query: `{ ${times(random.int(1, 45), (i) => `a${i}: find(text: "${i}") { ${someOf(random, random.int(3, 30), 2)} }`)} }`,
  }),
  'one entity at a thousand places': (random) => ({
    query: `{ ${manyOf(
      random.int(100, 1_000),
      times(random.size(1, 95), (i) => `a${i}: score(of: ${i})`),
    )} }`,
  }),
  'errors at a thousand places': (random) => ({
    query: `{ ${manyOf(
      random.int(100, 1_000),
      times(random.size(1, 95), (i) => `a${i}: secret(of: ${i})`),
    )} }`,
  }),
  'long texts, again and again': (random) => ({
    query: `{ ${manyOf(
      random.int(100, 1_000),
      times(random.size(1, 95), (i) => `a${i}: about`),
    )} }`,
  }),
  'small objects in small objects': (random) => ({
    query: `{ ${manyOf(random.int(100, 900), `more(first: ${random.int(1, 15)}) { nodes { id } }`)} }`,
  }),
  'changes, one after another': (random) => ({
    query: `mutation { ${times(random.size(1, 400), (i) => `a${i}: rename(id: "${i}") { id name }`)} }`,
  }),
};
