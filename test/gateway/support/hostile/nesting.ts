import { type Family, nested } from './hostile.ts';

/** What is deep: selections, values, types and brackets that never close. */
export const NESTING: Readonly<Record<string, Family>> = {
  'fields in fields': (random) => {
    const levels = random.size(5, 4_000);
    return {
      query: `{ node { ${nested(levels, 'next { ', 'id', ' }')} } }`,
      isRefused: levels > 20,
    };
  },
  'lists in lists': (random) => ({
    query: `{ find(matrix: ${nested(random.size(1, 15_000), '[', '1', ']')}) { id } }`,
  }),
  'objects in objects': (random) => ({
    query: `{ find(filter: ${nested(random.size(2, 5_000), '{not: ', '{}', '}')}) { id } }`,
  }),
  'inline fragments in inline fragments': (random) => ({
    query: `{ node { ${nested(random.size(2, 3_000), '... on Person { ', 'id', ' }')} } }`,
  }),
  'types of lists of lists': (random) => ({
    query: `query ($v: ${nested(random.size(3, 9_000), '[', 'Int', ']')}) { find(matrix: $v) { id } }`,
    isRefused: true,
  }),
  'brackets that never close': (random) => ({
    query: random
      .pick(['{a', '[', '(', '{', 'query(', '{a(b:[', '{a(b:{c:'])
      .repeat(random.size(1, 9_000)),
    isRefused: true,
  }),
  'lists of everybody in lists of everybody': (random) => ({
    query: `{ nodes { nodes { ${nested(random.int(1, 15), 'friends { ', 'id name', ' }')} } } }`,
  }),
};
