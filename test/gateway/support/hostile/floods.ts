import { type Family, times } from './hostile.ts';

const MANY = 6_000;

/** What is too many: of anything that the grammar lets repeat. */
export const FLOODS: Readonly<Record<string, Family>> = {
  'aliases of __typename': (random) => {
    const count = random.size(2, MANY);
    return { query: `{ ${times(count, (i) => `a${i}: __typename`)} }`, isRefused: count > 100 };
  },
  'aliases of a root field': (random) => {
    const count = random.size(2, MANY);
    return { query: `{ ${times(count, (i) => `a${i}: node { id }`)} }`, isRefused: count > 100 };
  },
  'aliases below': (random) => ({
    query: `{ node { ${times(random.size(2, MANY), (i) => `a${i}: label`)} } }`,
  }),
  'one field again and again': (random) => ({
    query: `{ node { ${times(random.size(2, MANY), () => 'id')} } }`,
  }),
  directives: (random) => ({
    query: `{ node { id ${times(random.size(2, MANY), () => random.pick(['@skip(if: false)', '@include(if: true)', '@nothing', '@deprecated']))} } }`,
  }),
  'arguments that are not there': (random) => ({
    query: `{ find(${times(random.size(1, 3_000), (i) => `filtre${i}: 1`)}) { id } }`,
    isRefused: true,
  }),
  'variables that nothing uses': (random) => ({
    query: `query (${times(random.size(1, 3_000), (i) => `$v${i}: Int`)}) { node { id } }`,
    isRefused: true,
  }),
  'variables in a list': (random) => {
    const count = random.size(1, 1_000);
    return {
      query: `query (${times(count, (i) => `$v${i}: ID!`)}) { find(ids: [${times(count, (i) => `$v${i}`)}]) { id } }`,
      variables: Object.fromEntries(Array.from({ length: count }, (_, i) => [`v${i}`, `${i}`])),
    };
  },
  'variables with defaults': (random) => ({
    query: `query (${times(random.size(1, 500), (i) => `$v${i}: Filter = {text: "${i}", in: ["a", "b"]}`)}) { node { id } }`,
    isRefused: true,
  }),
  operations: (random) => ({
    query: times(random.size(1, 1_000), (i) => `query Q${i} { node { id } }`),
  }),
  'operations of one name': (random) => ({
    query: times(random.size(2, 1_000), () => 'query Q { node { id } }'),
    isRefused: true,
  }),
  'fragments that nothing uses': (random) => ({
    query: `{ node { id } } ${times(random.size(1, 800), (i) => `fragment F${i} on Person { id }`)}`,
    isRefused: true,
  }),
  'definitions of types': (random) => ({
    query: `{ node { id } } ${times(random.size(1, 2_000), (i) => `type T${i} { a: B }`)}`,
    isRefused: true,
  }),
  'empty lines, then mistakes': (random) => ({
    query: `${random.pick(['\n', '\r\n', '#\n', ',\n']).repeat(random.size(10, 30_000))}{ node { ${times(40, (i) => `a: ${i % 2 ? 'id' : 'label'}`)} ${times(40, (i) => `b${i}`)} } }`,
    isRefused: true,
  }),
  'a comment': (random) => ({
    query: `{ node { id } } #${random.pick(['x', ' ', '"', '{', 'é', '\u{1f4a3}']).repeat(random.size(10, 100_000))}`,
  }),
};
