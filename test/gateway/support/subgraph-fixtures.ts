import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { type GraphQLFieldResolver, GraphQLScalarType, parse } from 'graphql';
import type { Vouched } from '../../../platform/actor-token.ts';
import { badUserInput, notFound, ruleViolated } from '../../../platform/errors.ts';
import type { SubgraphParts } from '../../../platform/graphql/local-subgraph.ts';
import type { SubgraphName } from '../../../platform/subgraph.ts';

/** What a masked error must never show. */
export const SECRET = 'password=hunter2 at db.internal:5432';

type Context = { readonly vouched: Vouched };
type Resolve = GraphQLFieldResolver<unknown, unknown, Record<string, string>>;
type Resolvers = GraphQLResolverMap<unknown>;
type Key = { readonly id: string };

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

export const STUDENTS_SDL = `${LINK}
  type Query { whoAmI: Who! student(id: ID!): Student broken: String strict: String! missing: Student hang: String born(on: Date!): String }
  type Mutation { rename(id: ID!): Student! }
  type Who { role: String! subject: String requestId: String! }
  type Student @key(fields: "id") { id: ID! name: String! nickname: String }
  scalar Date`;

export const PLACEMENTS_SDL = `${LINK}
  type Student @key(fields: "id") { id: ID! placements: [Placement!]! secretNotes: String }
  type Placement { id: ID! hours: Int }`;

const never = new Promise<string>(() => {});
const broken: Resolve = () => {
  throw new Error(SECRET);
};

const whoAmI: Resolve = (_root, _args, context) => {
  const { vouched } = context as Context;
  const { role, subject } = vouched.actor;
  return { role, subject, requestId: vouched.requestId };
};

const DateScalar = new GraphQLScalarType({
  name: 'Date',
  parseValue(value) {
    if (/^\d{4}-\d\d-\d\d$/.test(String(value))) return value;
    throw badUserInput(`"${value}" is not a date.`);
  },
});

const studentResolvers = {
  Date: DateScalar,
  Query: {
    whoAmI,
    student: ((_root, { id }) => ({ id })) satisfies Resolve,
    broken,
    strict: broken,
    hang: (() => never) satisfies Resolve,
    missing: (() => {
      throw notFound('Student', 's-404');
    }) satisfies Resolve,
    born: ((_root, { on }) => on) satisfies Resolve,
  },
  Mutation: {
    rename: (() => {
      throw ruleViolated('ONE_NAME', 'A student has one name.');
    }) satisfies Resolve,
  },
  Student: {
    name: ({ id }: Key) => `Student ${id}`,
    __resolveReference: (key: Key) => key,
  },
};

const placementResolvers = {
  Student: {
    placements: ({ id }: Key) => [{ id: `${id}-1` }, { id: `${id}-2` }],
    secretNotes: broken,
    __resolveReference: (key: Key) => key,
  },
  Placement: { hours: () => 100 },
};

const part = (name: SubgraphName, sdl: string, resolvers: Resolvers): SubgraphParts => ({
  name,
  schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }),
  createContext: (vouched) => ({ vouched }),
  log: () => {},
  followers: [],
});

/** The two fixtures, under two names that the platform knows. */
export const fixtures = (): readonly SubgraphParts[] => [
  part('students-and-mycap', STUDENTS_SDL, studentResolvers),
  part('placements', PLACEMENTS_SDL, placementResolvers),
];
