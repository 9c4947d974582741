import type { GraphQLResolveInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { type ForeignSubgraph, federation, startForeign } from './support/foreign-graph.ts';
import { compose } from './support/gateways.ts';

type Subgraphs = Readonly<Record<string, ForeignSubgraph>>;
type Question = { readonly query: string; readonly variables?: object };

/** The whole answer of a graph to one question. */
async function ask(subgraphs: Subgraphs, { query, variables = {} }: Question) {
  const { ask: post, gateway } = await startForeign(subgraphs);
  const { data, errors } = await post(query, { variables });
  await gateway.close();
  return {
    data,
    errors: errors?.map(({ message, extensions }) => ({ message, code: extensions.code })),
  };
}
const answer = (data: unknown) => ({ data, errors: undefined });
const refusal = (code: string, message: RegExp) => ({
  data: undefined,
  errors: [{ code, message: expect.stringMatching(message) }],
});

const self = (key: unknown) => key;
const argumentsAsText = (_parent: unknown, args: unknown) => JSON.stringify(args);

describe('a field that moves under a label of its own', () => {
  it('stays where it was: nobody says that the label is on', async () => {
    const graph = {
      before: {
        sdl: `${federation()} type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! at: String }`,
        resolvers: { Query: { thing: () => ({ id: 1 }) }, Thing: { at: () => 'before' } },
      },
      after: {
        sdl: `${federation('"@override"')} type Thing @key(fields: "id") { id: ID! at: String @override(from: "before", label: "soon") }`,
        resolvers: { Thing: { at: () => 'after', __resolveReference: self } },
      },
    };
    expect(await ask(graph, { query: '{ thing { at } }' })).toEqual(
      answer({ thing: { at: 'before' } }),
    );
  });
});

describe('costs that were imported under other names', () => {
  const graph = {
    a: {
      sdl: `${federation('{ name: "@cost", as: "@price" } { name: "@listSize", as: "@long" }')}
        type Query { list(count: Int): [Item] @long(slicingArguments: ["count"]) }
        type Item { id: ID! dear: Int @price(weight: 100) }`,
      resolvers: { Query: { list: () => [{ id: 1, dear: 2 }] } },
    },
  };

  it('are counted', async () => {
    expect(await ask(graph, { query: '{ list(count: 1000) { dear } }' })).toEqual(
      refusal('COST_EXCEEDED', /101000/),
    );
    expect(await ask(graph, { query: '{ list(count: 1000) { id } }' })).toEqual(
      answer({ list: [{ id: '1' }] }),
    );
  });

  it('refuse a list that is not told its length', async () => {
    expect(await ask(graph, { query: '{ list { id } }' })).toEqual(
      refusal('BAD_USER_INPUT', /Give "list" the argument "count"/),
    );
  });

  it('are not taken for directives of the same name that mean something else', async () => {
    const sdl = graph.a.sdl
      .replace('"@key"', '"@key" "@composeDirective"')
      .replace(
        'type Query',
        `@link(url: "https://example.org/fee/v1.0", import: [{ name: "@fee", as: "@cost" }])
        @composeDirective(name: "@cost") directive @cost(weight: Int) on FIELD_DEFINITION type Query`,
      )
      .replace('id: ID!', 'id: ID! @cost(weight: 1000000)');
    expect(await ask({ a: { ...graph.a, sdl } }, { query: '{ list(count: 1) { id } }' })).toEqual(
      answer({ list: [{ id: '1' }] }),
    );
  });
});

describe('root types', () => {
  it('have whatever names subgraphs gave them', async () => {
    const graph = {
      a: {
        sdl: `${federation()} schema { query: Asked mutation: Told } type Asked { a: String thing: Thing }
          type Told { make: Thing } type Thing @key(fields: "id") { id: ID! root: Asked }`,
        resolvers: {
          Asked: { a: () => 'A', thing: () => ({ id: 1 }) },
          Told: { make: () => ({ id: 2 }) },
          Thing: { root: () => ({}) },
        },
      },
      b: {
        sdl: `${federation()} extend schema { query: Root } extend type Root { b: String }
          type Thing @key(fields: "id") { id: ID! size: Int }`,
        resolvers: { Root: { b: () => 'B' }, Thing: { size: () => 3, __resolveReference: self } },
      },
      c: {
        sdl: `${federation()} extend type Query { c: String }`,
        resolvers: { Query: { c: () => 'C' } },
      },
    };
    expect(
      await ask(graph, { query: '{ __typename a b c thing { size root { __typename a } } }' }),
    ).toEqual(
      answer({
        __typename: 'Query',
        a: 'A',
        b: 'B',
        c: 'C',
        thing: { size: 3, root: { __typename: 'Query', a: 'A' } },
      }),
    );
    expect(await ask(graph, { query: 'mutation { __typename make { id size } }' })).toEqual(
      answer({ __typename: 'Mutation', make: { id: '2', size: 3 } }),
    );
  });

  it('of subscriptions are known, and refused to whoever asks', async () => {
    const graph = {
      a: {
        sdl: `${federation()} type Query { a: String } type Subscription { news: String }`,
        resolvers: { Query: { a: () => 'A' } },
      },
    };
    expect(await ask(graph, { query: 'subscription { news }' })).toEqual(
      refusal('GRAPHQL_VALIDATION_FAILED', /Subscriptions are not served here/),
    );
    expect(await ask(graph, { query: '{ a __schema { subscriptionType { name } } }' })).toEqual(
      answer({ a: 'A', __schema: { subscriptionType: { name: 'Subscription' } } }),
    );
  });
});

it('Subgraphs of federation 1 are composed with the others', async () => {
  const graph = {
    a: {
      sdl: 'type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! x: Int } type Value { n: Int }',
      resolvers: { Query: { thing: () => ({ id: 1, x: 5 }) } },
    },
    b: {
      sdl: `extend type Thing @key(fields: "id") { id: ID! @external x: Int @external twice: Int @requires(fields: "x") value: Value }
        type Value { n: Int } extend type Query { other: Value }`,
      resolvers: {
        Query: { other: () => ({ n: 1 }) },
        Thing: {
          twice: ({ x }: { x: number }) => 2 * x,
          value: () => ({ n: 2 }),
          __resolveReference: self,
        },
      },
    },
    c: {
      sdl: `${federation('"@shareable"')} type Thing @key(fields: "id") { id: ID! z: Int } type Value @shareable { n: Int }`,
      resolvers: { Thing: { z: () => 9, __resolveReference: self } },
    },
  };
  expect(await ask(graph, { query: '{ thing { twice z value { n } } other { n } }' })).toEqual(
    answer({ thing: { twice: 10, z: 9, value: { n: 2 } }, other: { n: 1 } }),
  );
});

describe('directives of operations', () => {
  const graph = {
    a: {
      sdl: `${federation()} directive @as(unit: String) repeatable on FIELD type Query { a: String list: [Int] }`,
      resolvers: {
        Query: {
          a: (
            _root: unknown,
            _args: unknown,
            _context: unknown,
            { fieldNodes }: GraphQLResolveInfo,
          ) => String(fieldNodes[0]?.directives?.length),
        },
      },
    },
  };

  it.each(['{ ... @defer { a } }', '{ list @stream }', '{ a @unknown }'])(
    '%s has one that nobody knows',
    async (query) => {
      expect(await ask(graph, { query })).toEqual(
        refusal('GRAPHQL_VALIDATION_FAILED', /Unknown directive/),
      );
    },
  );

  it('reach the subgraphs that all know them, as often as they are written', async () => {
    const query = 'query ($unit: String) { a @as(unit: $unit) @as(unit: "km") }';
    expect(await ask(graph, { query, variables: { unit: 'm' } })).toEqual(answer({ a: '2' }));
  });
});

describe('input', () => {
  const INPUT = `input Filter { min: Int! = 2 max: Int = 9 tags: [Tag!] = [X] sub: Sub = { k: 1 } }
    input Sub { k: Int j: String = "jay" } enum Tag { X Y }`;
  const graph = {
    a: {
      sdl: `${federation()} ${INPUT} type Query { thing: Thing }
        type Thing @key(fields: "id") { id: ID! count(filter: Filter = { min: 4 }): String }`,
      resolvers: {
        Query: { thing: () => ({ id: 1 }) },
        Thing: { count: argumentsAsText, __resolveReference: self },
      },
    },
    b: {
      sdl: `${federation('"@requires" "@external"')} ${INPUT} type Thing @key(fields: "id") {
        id: ID! count(filter: Filter = { min: 4 }): String @external
        usual: String @requires(fields: "count")
        given: String @requires(fields: "count(filter: { max: 5, tags: [Y], sub: { j: \\"q\\" } })") }`,
      resolvers: {
        Thing: {
          usual: ({ count }: { count: string }) => count,
          given: ({ count }: { count: string }) => count,
          __resolveReference: self,
        },
      },
    },
  };
  const usual = '{"filter":{"min":4,"max":9,"tags":["X"],"sub":{"k":1,"j":"jay"}}}';

  it.each([
    ['{ thing { usual } }', { usual }],
    ['{ thing { given } }', { given: '{"filter":{"min":2,"max":5,"tags":["Y"],"sub":{"j":"q"}}}' }],
    ['{ thing { usual count(filter: { min: 1 }) } }', { usual, count: usual.replace('4', '1') }],
    ['query ($max: Int) { thing { count(filter: { max: $max, min: 4 }) } }', { count: usual }],
    [
      'query ($max: Int = 7) { thing { count(filter: { max: $max, min: 4 }) } }',
      { count: usual.replace('9', '7') },
    ],
  ])('has its defaults in %s', async (query, thing) => {
    expect(await ask(graph, { query })).toEqual(answer({ thing }));
  });

  it('has the enum values that all subgraphs take, and answers those that any gives', async () => {
    const enums = {
      a: {
        sdl: `${federation()} enum Given { A B } enum Taken { A B C } type Query { a: Given takes(one: Taken): String }`,
        resolvers: {
          Query: { a: () => 'B', takes: (_root: unknown, { one }: { one: string }) => one },
        },
      },
      b: {
        sdl: `${federation()} enum Given { A C } enum Taken { A B } type Query { b: Given also(one: Taken = A): String }`,
        resolvers: {
          Query: { b: () => 'C', also: (_root: unknown, { one }: { one: string }) => one },
        },
      },
    };
    expect(await ask(enums, { query: '{ a b takes(one: B) also }' })).toEqual(
      answer({ a: 'B', b: 'C', takes: 'B', also: 'A' }),
    );
    expect(await ask(enums, { query: '{ takes(one: C) }' })).toEqual(
      refusal('GRAPHQL_VALIDATION_FAILED', /"C" does not exist in "Taken"/),
    );
    const query = 'query ($one: Taken) { takes(one: $one) }';
    expect(await ask(enums, { query, variables: { one: 'C' } })).toEqual(
      refusal('BAD_USER_INPUT', /"C" does not exist in "Taken"/),
    );
  });

  it('of one field out of several is checked by the supergraph that says so', async () => {
    const graphOfOne = {
      a: {
        sdl: `${federation()} directive @oneOf on INPUT_OBJECT input By @oneOf { a: Int b: Int } type Query { by(x: By!): String }`,
        resolvers: { Query: { by: argumentsAsText } },
      },
    };
    const { ask: post, gateway } = await startForeign(
      graphOfOne,
      (composed) =>
        `${composed.replace(/input By\s/, 'input By @oneOf ')} directive @oneOf on INPUT_OBJECT`,
    );
    expect((await post('{ by(x: { a: 1 }) }')).data).toEqual({ by: '{"x":{"a":1}}' });
    expect((await post('{ by(x: { a: 1, b: 2 }) }')).errors?.[0]?.message).toMatch(
      /exactly one key/,
    );
    const query = 'query ($x: By!) { by(x: $x) }';
    const { errors } = await post(query, { variables: { x: { a: 1, b: 2 } } });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    await gateway.close();
  });
});

it('What a schema says of scalars and old names is told to clients', async () => {
  const graph = {
    a: {
      sdl: `${federation('"@tag"')} scalar Uuid @specifiedBy(url: "https://example.org/uuid") @tag(name: "x")
        type Query { id: Uuid @tag(name: "y") old(x: Int @deprecated(reason: "gone") y: Int = 3): Int @deprecated }`,
      resolvers: {
        Query: {
          id: () => ({ deep: [1] }),
          old: (_root: unknown, { x, y }: { x: number; y: number }) => x + y,
        },
      },
    },
  };
  const query = `{ id old(x: 2) scalar: __type(name: "Uuid") { specifiedByURL }
    query: __type(name: "Query") { fields(includeDeprecated: true) { name isDeprecated args(includeDeprecated: true) { name deprecationReason defaultValue } } } }`;
  expect(await ask(graph, { query })).toEqual(
    answer({
      id: { deep: [1] },
      old: 5,
      scalar: { specifiedByURL: 'https://example.org/uuid' },
      query: {
        fields: [
          { name: 'id', isDeprecated: false, args: [] },
          {
            name: 'old',
            isDeprecated: true,
            args: [
              { name: 'x', deprecationReason: 'gone', defaultValue: null },
              { name: 'y', deprecationReason: null, defaultValue: '3' },
            ],
          },
        ],
      },
    }),
  );
});

it('Directives that subgraphs compose are kept, repeated ones too, and are no clients’ business', async () => {
  const graph = {
    a: {
      sdl: `${federation('"@composeDirective"')} @link(url: "https://example.org/notes/v1.0", import: ["@note"])
        @composeDirective(name: "@note") directive @note(text: String) repeatable on FIELD_DEFINITION
        type Query { a: String @note(text: "x") @note(text: "y") }`,
      resolvers: { Query: { a: () => 'A' } },
    },
  };
  expect(compose({ a: graph.a.sdl })).toContain('@note(text: "x") @note(text: "y")');
  expect(await ask(graph, { query: '{ a }' })).toEqual(answer({ a: 'A' }));
  expect(await ask(graph, { query: '{ a @note(text: "z") }' })).toEqual(
    refusal('GRAPHQL_VALIDATION_FAILED', /Unknown directive "@note"/),
  );
});
