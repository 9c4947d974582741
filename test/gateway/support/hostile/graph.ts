import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/resolverMap.js';
import { parse } from 'graphql';
import { DomainError } from '../../../../platform/errors.ts';
import type { SubgraphParts } from '../../../../platform/graphql/local-subgraph.ts';
import type { SubgraphName } from '../../../../platform/subgraph.ts';
import { compose } from '../gateways.ts';

/** Everything that a hostile document likes: circles, lists, interfaces, inputs in inputs, and many names to search. */
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@listSize", "@shareable"])`;
const TYPES = ['Person', 'School', 'Site'] as const;
const FILLERS = 250;
const numbers = Array.from({ length: FILLERS }, (_, index) => index);

const PEOPLE_SDL = `${LINK}
  type Query {
    node: Node
    nodes(first: Int = 10): Nodes
    find(filter: Filter, ids: [ID!], matrix: [[Int]], json: Json, text: String): [Person!] @listSize(assumedSize: 3)
    fillers: Fillers
  }
  type Mutation { rename(id: ID!, filter: Filter): Person }
  type Nodes { nodes: [Node!]! }
  scalar Json
  enum Kind { ${numbers.map((i) => `KIND_NUMBER_${i}`).join(' ')} }
  input Filter { and: [Filter!] or: [Filter!] not: Filter text: String in: [String!] kinds: [Kind!] }
  interface Node { id: ID! name: String label(of: Int = 0): String next: Node other: Node friends: [Node!]! @listSize(assumedSize: 3) }
  ${TYPES.map((type) => `type ${type} implements Node @key(fields: "id") { id: ID! name: String label(of: Int = 0): String about: String next: Node other: Node friends: [Node!]! @listSize(assumedSize: 3) more(first: Int = 10): Nodes }`).join('\n')}
  type Fillers { ${numbers.map((i) => `nameOfAFieldNumber${i}: LongNameOfATypeNumber${i}`).join(' ')} }
  ${numbers.map((i) => `type LongNameOfATypeNumber${i} { id: ID! of(a: Int, filter: Filter): [Fillers!] kind: Kind node: Node }`).join('\n')}`;

const HOURS_SDL = `${LINK}
  ${TYPES.map((type) => `type ${type} @key(fields: "id") { id: ID! hours: Int score(of: Int = 0): Int secret(of: Int = 0): Int }`).join('\n')}`;

/** What somebody wrote about themselves. */
const ABOUT = 'I would like to work with animals. '.repeat(30);
const FIRST = { __typename: 'Person', id: '1' };
const NODE = {
  name: ({ id }: { readonly id: string }) => `Node ${id}`,
  label: (_of: unknown, { of }: { readonly of: number }) => `label ${of}`,
  about: () => ABOUT,
  next: () => FIRST,
  other: () => ({ __typename: 'School', id: '2' }),
  friends: () => [FIRST, FIRST, FIRST],
  more: (_of: unknown, { first }: { readonly first: number }) => page(first),
  hours: () => 100,
  score: () => 1,
  secret: () => {
    throw new DomainError('FORBIDDEN_FIELD', 'Nobody may read this.');
  },
  __resolveReference: (key: object) => key,
};
const page = (first: number) => ({
  nodes: Array.from({ length: Math.min(first, 1_000) }, () => FIRST),
});

const resolversOf = (names: readonly (keyof typeof NODE)[]): GraphQLResolverMap<unknown> => {
  const resolvers = Object.fromEntries(names.map((name) => [name, NODE[name]]));
  return Object.fromEntries(TYPES.map((type) => [type, resolvers]));
};

const peopleResolvers = {
  ...resolversOf([
    'name',
    'label',
    'about',
    'next',
    'other',
    'friends',
    'more',
    '__resolveReference',
  ]),
  Query: {
    node: () => FIRST,
    nodes: (_root: unknown, { first }: { readonly first: number }) => page(first),
    find: () => [FIRST, FIRST, FIRST],
  },
  Mutation: { rename: (_root: unknown, { id }: { readonly id: string }) => ({ id }) },
};

const part = (
  name: SubgraphName,
  sdl: string,
  resolvers: GraphQLResolverMap<unknown>,
): SubgraphParts => ({
  name,
  schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers }),
  createContext: (vouched) => ({ vouched }),
  log: () => {},
  followers: [],
});

export const hostileSupergraph = (urls: Readonly<Record<string, string>> = {}): string =>
  compose({ 'students-and-mycap': PEOPLE_SDL, placements: HOURS_SDL }, urls);

export const hostileSubgraphs = (): readonly SubgraphParts[] => [
  part('students-and-mycap', PEOPLE_SDL, peopleResolvers),
  part('placements', HOURS_SDL, resolversOf(['hours', 'score', 'secret', '__resolveReference'])),
];
