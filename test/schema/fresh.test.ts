import { beforeAll, expect, it } from 'vitest';
import { SUBGRAPHS, type SubgraphName } from '../../platform/subgraph.ts';
import { composeSupergraph } from '../../scripts/compose/compose-supergraph.ts';
import { printSdls } from '../../scripts/graph/sdl.ts';
import { readSchema } from './api-schema.ts';

let sdls: ReadonlyMap<SubgraphName, string>;
beforeAll(async () => {
  sdls = await printSdls();
});

it.each(SUBGRAPHS)('schema/%s.graphql is what the code of the subgraph makes', (name) => {
  expect(readSchema(`${name}.graphql`)).toBe(sdls.get(name));
});

it('the four compose into schema/supergraph.graphql, with nothing to complain of or to hint at', () => {
  expect(composeSupergraph(sdls)).toEqual({
    status: 'composed',
    sdl: readSchema('supergraph.graphql'),
    hints: [],
  });
});
