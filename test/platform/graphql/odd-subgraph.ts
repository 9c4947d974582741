import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLScalarType, parse } from 'graphql';
import { PUBLIC_ACTOR } from '../../../platform/actor.ts';
import type { Vouched } from '../../../platform/actor-token.ts';
import { badUserInput, notFound, ruleViolated } from '../../../platform/errors.ts';
import type { SubgraphParts } from '../../../platform/graphql/local-subgraph.ts';

/** What a masked error must never show. */
export const SECRET = 'password=hunter2 at db.internal:5432';

/** For whom no context can be made. */
export const BROKEN_CONTEXT = { ...PUBLIC_ACTOR, subject: 'breaks the context' };

const SDL = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Date
  scalar Picky
  input Size { width: Int! = 3, height: Int }
  interface Named { name: String }
  type Item implements Named @key(fields: "id") { id: ID! name: String next: Item strict: String! late: String }
  type Stray implements Named { name: String }
  union Found = Item | Stray
  type Query {
    item(id: ID!): Item
    items: [Item] strictItems: [Item!] strictest: [Item!]!
    numbers: [Int] notAList: [Int]
    found: [Found] named: Named
    who: String! broken: String strict: String! missing: Item away: String
    echo(text: String, on: Date, picky: Picky, size: Size, tags: [String!]): String
    times(n: Int! = 3): Int
  }
  type Mutation { add: Int! fail: Int refuse(id: ID!): Item strict: Int! }
`;

const broken = () => {
  throw new Error(SECRET);
};
const late = async () => broken();
const away = () => {
  throw Object.assign(new Error(SECRET), { code: 'ECONNREFUSED' });
};

const DateScalar = new GraphQLScalarType({
  name: 'Date',
  parseValue(value) {
    if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return value;
    throw badUserInput(`"${value}" is not a date.`);
  },
});
const PickyScalar = new GraphQLScalarType({
  name: 'Picky',
  parseValue() {
    throw new TypeError('Nothing is good enough.');
  },
});

type Context = { readonly vouched: Vouched };
type Key = { readonly id: string };

const item = (id: string) => ({ __typename: 'Item', id });
const items = () => [item('1'), new Error(SECRET), null, notFound('Item', '4'), item('5')];

/** A subgraph in which everything can go wrong, and that counts what it was told to add. */
export function oddSubgraph(log: SubgraphParts['log']): SubgraphParts {
  let added = 0;
  const add = () => {
    added += 1;
    return added;
  };
  const resolvers = {
    Date: DateScalar,
    Picky: PickyScalar,
    Query: {
      item: (_: unknown, { id }: Key) => item(id),
      items,
      strictItems: items,
      strictest: items,
      numbers: () => [1, 'two', 3.5, null, 4],
      notAList: () => 7,
      found: () => [item('1'), { __typename: 'Stray', name: 's' }, { __typename: 'Nothing' }],
      named: () => ({ __typename: 'Stray', name: 'a "quoted"\n name' }),
      who: (_: unknown, _args: object, context: unknown) => (context as Context).vouched.actor.role,
      broken,
      strict: late,
      missing: () => {
        throw notFound('Item', '404');
      },
      away,
      echo: (_: unknown, args: object) => JSON.stringify(args),
      times: (_: unknown, { n }: { readonly n: number }) => n,
    },
    Mutation: {
      add,
      fail: broken,
      refuse: () => {
        throw ruleViolated('ONE_NAME', 'An item has one name.');
      },
      strict: broken,
    },
    Item: {
      name: ({ id }: Key) => `Item ${id}`,
      next: ({ id }: Key) => item(`${id}0`),
      strict: late,
      late,
      __resolveReference: ({ id }: Key) => {
        if (id === 'gone') return null;
        return id === 'broken' ? broken() : item(id);
      },
    },
  };
  return {
    name: 'placements',
    schema: buildSubgraphSchema({ typeDefs: parse(SDL), resolvers }),
    createContext: (vouched) => {
      if (vouched.actor.subject === BROKEN_CONTEXT.subject) throw new Error(SECRET);
      return { vouched };
    },
    log,
    followers: [],
  };
}
