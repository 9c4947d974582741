import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readEnv } from '../../../platform/env.ts';
import { findDifferences } from './support/made/differential.ts';
import { type GraphName, MADE_GRAPHS } from './support/made/graphs.ts';
import type { MadeGraph } from './support/made/made-graph.ts';
import { SHARES } from './support/made/shares.ts';
import { createStock } from './support/made/stock.ts';

/** `npm run prove -- --only differential` asks twenty times as many, and the stock gateway too. */
const { RANDOM_OPERATIONS, RANDOM_SEED } = readEnv({
  RANDOM_OPERATIONS: z.coerce.number().int().positive().default(1_000),
  RANDOM_SEED: z.coerce.number().int().default(1),
});
const PATIENCE_MS = 60_000 + RANDOM_OPERATIONS * 500;

const made = new Map<GraphName, MadeGraph>();
function graphOf(name: GraphName): MadeGraph {
  const graph = made.get(name) ?? MADE_GRAPHS[name]();
  made.set(name, graph);
  return graph;
}

describe('random operations have the answer of one schema over the same data', () => {
  it.each(SHARES)(
    'of the graph $graph: $mode',
    async ({ graph, mode, perThousand }) => {
      const operations = Math.ceil((RANDOM_OPERATIONS * perThousand) / 1_000);
      const { wrong, smallest } = await findDifferences(graphOf(graph), mode, {
        operations,
        seed: RANDOM_SEED,
      });
      expect({ wrong, smallest }).toEqual({ wrong: [], smallest: null });
    },
    PATIENCE_MS,
  );

  it(
    'and the same questions show where the stock gateway has another',
    async () => {
      const graph = graphOf('hard');
      const { ask, close } = await createStock(graph);
      const { stock } = await findDifferences(graph, 'queries', {
        operations: 60,
        seed: RANDOM_SEED,
        stock: ask,
      });
      await close();
      expect(Object.keys(stock ?? {})).not.toEqual([]);
    },
    PATIENCE_MS,
  );
});
