const ECHO =
  'query ($text: String, $on: Date, $picky: Picky, $size: Size, $tags: [String!]) { echo(text: $text, on: $on, picky: $picky, size: $size, tags: $tags) }';
const ITEM = 'query Item($id: ID!) { item(id: $id) { id name } }';
const TWO = 'query A { who } query B { named { name } }';
const IF = 'query ($on: Boolean!) { who @skip(if: $on) item(id: 1) @include(if: $on) { id } }';
const ENTITIES =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Item { id name } } }';
const entities = (...ids: string[]) => ({
  representations: ids.map((id) => ({ __typename: 'Item', id })),
});

/** What a client may leave out, it may say null for. */
export type OddRequest = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly operationName?: string | null;
};

/** Requests that a subgraph answers the same however it is reached: each a name and what is posted. */
export const ODD_REQUESTS: readonly (readonly [string, OddRequest])[] = [
  ['a field', { query: '{ who }' }],
  ['aliases and fragments', { query: '{ a: who ...F } fragment F on Query { a: who b: who }' }],
  ['a name with quotes', { query: '{ named { __typename name } }' }],
  ['names that objects inherit', { query: '{ constructor: who __proto__: who }' }],
  ['errors in a list', { query: '{ items { id name late } }' }],
  ['an error in a list of items that must be', { query: '{ who strictItems { id } }' }],
  ['an error in a list that must be', { query: '{ who strictest { id } }' }],
  ['numbers that are none', { query: '{ numbers notAList }' }],
  ['a type that is not there', { query: '{ found { ... on Item { id } ... on Stray { name } } }' }],
  ['a null that takes what is around it', { query: '{ item(id: 1) { next { id strict } } }' }],
  ['a null that takes everything', { query: '{ who strict }' }],
  ['a refusal', { query: '{ missing { id } who }' }],
  ['a database that is away', { query: '{ away who }' }],
  ['a bug', { query: '{ broken broken2: broken }' }],
  ['a variable', { query: ITEM, variables: { id: 'Ü' } }],
  ['a number for an ID', { query: ITEM, variables: { id: 7 } }],
  ['no variables', { query: ITEM }],
  ['variables that are null', { query: ITEM, variables: null }],
  ['a variable that is null', { query: ITEM, variables: { id: null } }],
  ['a variable of another type', { query: ITEM, variables: { id: {} } }],
  ['a variable too many', { query: ITEM, variables: { id: '1', other: 2 } }],
  ['a variable that is not declared', { query: '{ item(id: $id) { id } }', variables: { id: 1 } }],
  ['a variable that is not used', { query: 'query ($id: ID) { who }' }],
  ['a variable that a scalar refuses', { query: ECHO, variables: { on: 'today' } }],
  ['a variable that breaks a scalar', { query: ECHO, variables: { picky: 1 } }],
  ['two variables that do not fit', { query: ECHO, variables: { on: 'today', size: { deep: 1 } } }],
  [
    'defaults of inputs',
    { query: ECHO, variables: { text: null, size: { height: 2 }, tags: 'a' } },
  ],
  ['a literal that a scalar refuses', { query: '{ echo(on: "today") }' }],
  ['@skip and @include', { query: '{ a: who @skip(if: true) b: who @include(if: true) }' }],
  ['conditions on a variable that is true', { query: IF, variables: { on: true } }],
  ['conditions on a variable that is false', { query: IF, variables: { on: false } }],
  ['conditions on a variable that is missing', { query: IF }],
  ['entities', { query: ENTITIES, variables: entities('1', 'gone', 'broken', '2') }],
  [
    'a null where an argument has a default',
    { query: 'query ($n: Int) { who times(n: $n) }', variables: { n: null } },
  ],
  [
    'a null where a field of an argument has a default',
    { query: 'query ($n: Int) { who echo(size: { width: $n }) }', variables: { n: null } },
  ],
  ['no entities', { query: ENTITIES, variables: entities() }],
  ['entities that are null', { query: ENTITIES, variables: { representations: [null] } }],
  ['an entity of no type', { query: ENTITIES, variables: { representations: [{ id: '1' }] } }],
  ['one of two operations', { query: TWO, operationName: 'B' }],
  ['none of two operations', { query: TWO }],
  ['an operation that is not there', { query: TWO, operationName: 'C' }],
  ['an operation without a name', { query: TWO, operationName: '' }],
  ['a name that is null', { query: '{ who }', operationName: null }],
  ['a mutation that is refused', { query: 'mutation { refuse(id: 1) { id } }' }],
  ['a mutation that fails', { query: 'mutation { fail again: fail }' }],
  ['a mutation that takes everything', { query: 'mutation { fail strict }' }],
  ['introspection', { query: '{ __schema { queryType { name } } __type(name: "Item") { kind } }' }],
  ['the schema', { query: '{ _service { sdl } }' }],
  ['two fields that are not there', { query: '{ nothing item(id: 1) { neither } }' }],
  ['a field without its selection', { query: '{ item(id: 1) }' }],
  ['a subscription', { query: 'subscription { who }' }],
  ['no GraphQL', { query: '{' }],
];
