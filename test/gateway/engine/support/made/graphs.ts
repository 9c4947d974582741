import { readFileSync } from 'node:fs';
import { SUBGRAPHS } from '../../../../../platform/subgraph.ts';
import { compose } from '../../../support/gateways.ts';
import { SHOP_SDLS } from '../shop-sdl.ts';
import { HARD_SDLS } from './hard-sdl.ts';
import { createMadeGraph, type MadeGraph } from './made-graph.ts';

const schemaOf = (name: string) =>
  readFileSync(new URL(`../../../../../schema/${name}.graphql`, import.meta.url), 'utf8');

/** The graphs that random operations are asked of, each made when it is needed. */
export const MADE_GRAPHS = {
  shop: () => createMadeGraph('shop', SHOP_SDLS, compose(SHOP_SDLS)),
  hard: () => createMadeGraph('hard', HARD_SDLS, compose(HARD_SDLS)),
  /** The four subgraphs of this house. */
  own: () =>
    createMadeGraph(
      'own',
      Object.fromEntries(SUBGRAPHS.map((name) => [name, schemaOf(name)])),
      schemaOf('supergraph'),
    ),
} satisfies Readonly<Record<string, () => MadeGraph>>;

export type GraphName = keyof typeof MADE_GRAPHS;
