import { type Family, nested, times } from './hostile.ts';

/** The body of a request is read to 256 KB. */
const MOST = 100_000;

const text = (value: string) => ({ query: `{ find(text: ${value}) { id } }` });
const given = (type: string, argument: string, value: unknown) => ({
  query: `query ($v: ${type}) { find(${argument}: $v) { id } }`,
  variables: { v: value },
});

/** Values that are large or strange, in the document and in its variables. */
export const VALUES: Readonly<Record<string, Family>> = {
  'a long text': (random) =>
    text(
      `"${random.pick(['x', 'é', '\\u00e9', '\\"', '\\u{1F4A3}', '\u{1f4a3}']).repeat(random.size(10, 30_000))}"`,
    ),
  'a block of lines': (random) =>
    text(
      `"""${random.pick(['\n', '\n  x', '\r', ' ', '\\"""']).repeat(random.size(10, 30_000))}"""`,
    ),
  'a text that never ends': (random) => ({
    query: `{ ${times(random.int(1, 40), (i) => `a${i}: node { id }`)} find(text: ${random.pick(['"', '"""'])}${'x'.repeat(random.size(10, MOST))}`,
    isRefused: true,
  }),
  'a number of many digits': (random) => ({
    query: `{ find(matrix: [${random.pick(['', '-'])}${'9'.repeat(random.size(1, 60_000))}${random.pick(['', '.5', 'e400', 'e99999'])}]) { id } }`,
  }),
  'a list of many': (random) => ({
    query: `{ find(${random.pick(['ids', 'matrix', 'json', 'text'])}: [${times(random.size(10, 6_000), (i) => random.pick([`${i}`, '"a"', 'null', '[]', '$nothing']))}]) { id } }`,
  }),
  'an object of many': (random) => ({
    query: `{ find(filter: {${times(random.size(10, 2_000), (i) => `${random.pick(['text', `texte${i}`, '__proto__', 'constructor'])}: "a"`)}}) { id } }`,
    isRefused: true,
  }),
  'names of many letters': (random) => ({
    query: `{ ${times(random.size(1, 45), (i) => `${'n'.repeat(random.size(10, 1_000))}${i}`)} }`,
    isRefused: true,
  }),
  'signs that are no letters': (random) => ({
    query: `{ node { id ${random
      .pick(['\0', '\ud800', '�', '\ufeff', '\u202e', '\u2028', 'é', '$', '&', '...', '\\'])
      .repeat(random.size(1, 5_000))} } }`,
  }),
  'a variable with a deep object': (random) =>
    given('Filter', 'filter', JSON.parse(nested(random.size(2, 4_000), '{"not":', '{}', '}'))),
  'a variable with wide objects': (random) =>
    given('Filter', 'filter', {
      and: Array.from({ length: random.size(2, 4_000) }, (_, i) => ({ text: `${i}`, in: ['a'] })),
    }),
  'a variable with many mistakes': (random) =>
    given('Filter', 'filter', {
      and: Array.from({ length: random.size(2, 4_000) }, (_, i) => ({ [`texte${i}`]: i, in: [i] })),
    }),
  'a variable with a deep list': (random) =>
    given(
      random.pick(['Json', '[[Int]]']),
      random.pick(['json', 'matrix']),
      JSON.parse(nested(random.size(2, 4_000), '[', '1', ']')),
    ),
  'a variable with a long list': (random) =>
    given(
      '[ID!]',
      'ids',
      Array.from({ length: random.size(2, 20_000) }, (_, i) => i),
    ),
  'variables of the names that objects have': (random) => ({
    query: `query ($__proto__: Json, $constructor: Json, $toString: ID!) { find(json: $${random.pick(['__proto__', 'constructor'])}, ids: [$toString]) { toString: id __proto__: name constructor: label hasOwnProperty: id } }`,
    variables: JSON.parse(
      '{"__proto__": {"a": 1}, "constructor": {"prototype": 1}, "toString": "x"}',
    ),
  }),
};
