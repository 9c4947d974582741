import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { federation, startForeign } from './support/foreign-graph.ts';

const here = {
  sdl: `${federation()} schema { query: Asked mutation: Told } type Told { do: Asked }
    type Asked { a: String me: Asked list: [Asked] }`,
  resolvers: {
    Asked: { a: () => 'A', me: () => ({}), list: () => [{}, {}] },
    Told: { do: () => ({}) },
  },
};
const there = {
  sdl: `${federation()} schema { query: Root } type Root { b: String c: Int }`,
  resolvers: { Root: { b: () => 'B', c: () => 3 } },
};

let running: Awaited<ReturnType<typeof startForeign>>;
beforeAll(async () => {
  running = await startForeign({ here, there });
});
afterAll(() => running.gateway.close());

describe('a field that gives the root again', () => {
  it.each([
    ['{ me { a b } }', { me: { a: 'A', b: 'B' } }],
    ['{ me { me { b ... on Query { c } } } }', { me: { me: { b: 'B', c: 3 } } }],
    ['{ list { b } }', { list: [{ b: 'B' }, { b: 'B' }] }],
    ['mutation { do { b a } }', { do: { b: 'B', a: 'A' } }],
    ['{ me { __typename b @skip(if: true) c } }', { me: { __typename: 'Query', c: 3 } }],
  ])('leads to every subgraph, whatever its root is called: %s', async (query, data) => {
    expect(await running.ask(query)).toMatchObject({ data, status: 200 });
  });

  it.each([
    '{ me { __schema { queryType { name } } } __schema { types { name } } }',
    '{ ...Root me { ...Root } } fragment Root on Query { a __schema { queryType { name } } }',
    'mutation { do { __type(name: "Query") { name } } }',
  ])('is not asked for the schema: %s', async (query) => {
    const { data, errors } = await running.ask(query);
    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      undefined,
      ['PLAN_IMPOSSIBLE'],
    ]);
  });
});

it('Fields of the schema that the planner does not know are answered', async () => {
  const { data } = await running.ask(
    'query ($name: String!) { a __type(name: $name) { name isOneOf } }',
    {
      variables: { name: 'Query' },
    },
  );
  expect(data).toEqual({ a: 'A', __type: { name: 'Query', isOneOf: null } });
});
