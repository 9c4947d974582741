import { type Family, nested, times } from './hostile.ts';

const fieldsOf = (levels: number): string =>
  nested(levels, 'fields { name type { ', 'name kind', ' } }');
const ofType = (levels: number): string => nested(levels, 'ofType { ', 'name', ' }');

/** Questions about the schema, and mistakes that the schema is searched for. */
export const SCHEMA_QUESTIONS: Readonly<Record<string, Family>> = {
  'the whole schema': (random) => ({
    query: `{ ${times(random.size(1, 60), (i) => `a${i}: __schema { types { ${fieldsOf(random.int(1, 3))} } }`)} }`,
  }),
  'the whole schema by fragments': (random) => ({
    query: `{ ${times(random.size(1, 45), (i) => `a${i}: __schema { ...S }`)} } fragment S on __Schema { types { ...T } directives { args { type { ...O } } } } fragment T on __Type { kind fields(includeDeprecated: true) { name args { name type { ...O } } type { ...O } } inputFields { type { ...O } } interfaces { ...O } enumValues { name } possibleTypes { ...O } } fragment O on __Type { ${ofType(random.int(1, 12))} }`,
  }),
  'one type, again and again': (random) => ({
    query: `{ ${times(random.size(1, 90), (i) => `a${i}: __type(name: "Query") { ${fieldsOf(random.int(1, 2))} }`)} }`,
  }),
  'types of a variable': (random) => ({
    query: `query ($of: String!) { __type(name: $of) { ${times(random.int(1, 90), (i) => `a${i}: fields { type { name } }`)} } }`,
    variables: { of: random.pick(['Query', 'Person', 'x'.repeat(50_000)]) },
  }),
  'types nearly of that name': (random) => ({
    query: `query (${times(random.size(1, 600), (i) => `$v${i}: LongNameOfATypeNubmer${i}`)}) { node { id } }`,
    isRefused: true,
  }),
  'fields nearly of that name': (random) => ({
    query: `{ node { ... on Person { ${times(random.size(1, 1_500), (i) => `nameOfAFeildNumber${i}`)} } } }`,
    isRefused: true,
  }),
  'conditions nearly of that name': (random) => ({
    query: `{ node { ${times(random.size(1, 500), (i) => `... on LongNameOfATypeNubmer${i} { a${i} }`)} } }`,
    isRefused: true,
  }),
  'enum values nearly of that name': (random) => ({
    query: `{ find(filter: {kinds: [${times(random.size(1, 2_000), (i) => `KIND_NUBMER_${i}`)}]}) { id } }`,
    isRefused: true,
  }),
  'input fields nearly of that name': (random) => ({
    query: `{ find(filter: {and: [${times(random.size(1, 500), (i) => `{texxt${i}: 1}`)}]}) { id } }`,
    isRefused: true,
  }),
};
