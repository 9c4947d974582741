import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { federation, startForeign } from './support/foreign-graph.ts';

const SDL = `${federation('"@inaccessible"')}
  type Query {
    open(arg: Int, hiddenArg: Int @inaccessible, in: In, level: Level): String
    hidden: String @inaccessible
    node: Node @inaccessible
    member: Member
    visible: Visible
    visibles: [Visible!]
    levels: [Level]
  }
  input In { a: Int hidden: Int @inaccessible }
  enum Level { LOW HIGH SECRET @inaccessible }
  scalar Opaque @inaccessible
  interface Visible { id: ID! hidden: Int @inaccessible }
  interface Node @inaccessible { id: ID! }
  type One implements Visible & Node { id: ID! hidden: Int @inaccessible opaque: Opaque @inaccessible }
  type Two implements Visible @inaccessible { id: ID! hidden: Int }
  union Member = One | Two`;

const two = { __typename: 'Two', id: 2, hidden: 2 };
const resolvers = {
  Query: {
    open: (_root: unknown, args: unknown) => JSON.stringify(args),
    member: () => two,
    visible: () => two,
    visibles: () => [{ __typename: 'One', id: 1 }, two],
    levels: () => ['LOW', 'SECRET'],
  },
};

let running: Awaited<ReturnType<typeof startForeign>>;
beforeAll(async () => {
  running = await startForeign({ a: { sdl: SDL, resolvers } });
});
afterAll(() => running.gateway.close());

describe('what is inaccessible', () => {
  it.each([
    ['an argument', '{ open(hiddenArg: 1) }'],
    ['a field', '{ hidden }'],
    ['a field of an interface', '{ visible { hidden } }'],
    ['an input field', '{ open(in: { hidden: 1 }) }'],
    ['an enum value', '{ open(level: SECRET) }'],
    ['an object type', '{ visible { ... on Two { id } } }'],
    ['an interface', '{ visible { ... on Node { id } } }'],
    ['a field of an inaccessible scalar', '{ visible { ... on One { opaque } } }'],
    ['a field of an inaccessible interface', '{ node { id } }'],
    ['a type for variables', 'query ($opaque: Opaque) { open }'],
  ])('%s cannot be asked for', async (_what, query) => {
    const { data, errors } = await running.ask(query);
    expect(data).toBeUndefined();
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['GRAPHQL_VALIDATION_FAILED']),
    );
  });

  it.each([
    ['an input field', 'query ($in: In) { open(in: $in) }', { in: { hidden: 1 } }],
    ['an enum value', 'query ($level: Level) { open(level: $level) }', { level: 'SECRET' }],
  ])('%s cannot be sent as a variable', async (_what, query, variables) => {
    const { data, errors } = await running.ask(query, { variables });
    expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([
      undefined,
      ['BAD_USER_INPUT'],
    ]);
  });

  it.each([
    ['an object of a union', '{ member { __typename } }', { member: null }, [['member']]],
    ['an object of an interface', '{ visible { id } }', { visible: null }, [['visible']]],
    [
      'an object in a list without nulls',
      '{ visibles { id } }',
      { visibles: null },
      [['visibles', 1]],
    ],
    ['an enum value', '{ levels }', { levels: ['LOW', null] }, [['levels', 1]]],
  ])('%s is null with an error where a subgraph gives it', async (_what, query, data, paths) => {
    const { data: found, errors, text } = await running.ask(query);
    expect([found, errors?.map(({ path }) => path)]).toEqual([data, paths]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_BAD_RESPONSE']);
    expect(text).not.toMatch(/Two|SECRET/);
  });

  it('is not told to whoever asks for the schema', async () => {
    const { text } = await running.ask(
      '{ __schema { types { name fields { name args { name } } inputFields { name } enumValues { name } possibleTypes { name } interfaces { name } } } }',
    );
    expect(text).toContain('"Visible"');
    expect(text).not.toMatch(/hidden|Two|SECRET|Opaque|"Node"/);
  });
});
