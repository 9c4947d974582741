import { describe, expect, it } from 'vitest';
import { compose } from '../support/gateways.ts';
import { findDifferences } from './support/made/differential.ts';
import { createMadeGraph } from './support/made/made-graph.ts';
import type { ModeName } from './support/made/modes.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@interfaceObject"])`;

/** An interface object among other interfaces and a union of its types. */
const SDLS = {
  owner: `${LINK}
    type Query { media: [Media!]! book: Book! any: [Any!]! nodes: [Node!]! }
    type Mutation { make: Media! }
    interface Node { node: Int! }
    interface Media @key(fields: "id") { id: ID! title: Int! }
    type Book implements Media & Node @key(fields: "id") { id: ID! title: Int! pages: Int! node: Int! }
    type Film implements Media @key(fields: "id") { id: ID! title: Int! minutes: Int! }
    type Game implements Media & Node @key(fields: "id") { id: ID! title: Int! node: Int! }
    union Any = Book | Film`,
  other: `${LINK}
    type Query { one: Media! now: Int! }
    type Mutation { other: Media! }
    type Media @key(fields: "id") @interfaceObject { id: ID! weight: Int! twin: Media! }`,
};

describe('random operations on an interface object among other interfaces', () => {
  const graph = createMadeGraph('one', SDLS, compose(SDLS));

  it.each<ModeName>(['queries', 'mutations'])(
    'have the answer of one schema: %s',
    async (mode) => {
      const { wrong } = await findDifferences(graph, mode, { operations: 100, seed: 7 });
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

it('Names of a client that look like those of the way are its own', async () => {
  const graph = createMadeGraph('one', SDLS, compose(SDLS));
  const operation = {
    text: `query Random { one { weight ... on Book { w: weight } weight__of_all_0: title w__of_all_0: title
      w__of_all_1: id } }`,
    variables: {},
  };
  const { data, errors } = await graph.askEngine(operation);
  expect({ data, errors }).toEqual(await graph.askMonolith(operation));
});

it('Types that would be written out without an end are refused', async () => {
  const graph = createMadeGraph('one', SDLS, compose(SDLS));
  const nested = (levels: number): string =>
    levels === 0 ? 'id' : `twin { ... on Node { ... on Media { ${nested(levels - 1)} } } }`;
  const { errors } = await graph.askEngine({
    text: `query Random { one { ${nested(18)} } }`,
    variables: {},
  });
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['DOCUMENT_TOO_COMPLEX']);
});
