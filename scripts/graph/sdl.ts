import { printSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLSchema } from 'graphql';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph.ts';

const SCHEMAS: Readonly<Record<SubgraphName, () => Promise<{ schema: GraphQLSchema }>>> = {
  'schools-and-network': () => import('../../subgraphs/schools-and-network/schema.ts'),
  'employers-and-sites': () => import('../../subgraphs/employers-and-sites/schema.ts'),
  'students-and-mycap': () => import('../../subgraphs/students-and-mycap/schema.ts'),
  placements: () => import('../../subgraphs/placements/schema.ts'),
};

/** Each subgraph's SDL as its code makes it, by name. */
export async function printSdls(): Promise<ReadonlyMap<SubgraphName, string>> {
  const printed = SUBGRAPHS.map(async (name) => {
    const { schema } = await SCHEMAS[name]();
    return [name, `${printSubgraphSchema(schema).trim()}\n`] as const;
  });
  return new Map(await Promise.all(printed));
}
