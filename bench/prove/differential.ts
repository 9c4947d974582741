import {
  type Differences,
  findDifferences,
} from '../../test/gateway/engine/support/made/differential.ts';
import { type GraphName, MADE_GRAPHS } from '../../test/gateway/engine/support/made/graphs.ts';
import type { MadeGraph } from '../../test/gateway/engine/support/made/made-graph.ts';
import { SHARES, type Share } from '../../test/gateway/engine/support/made/shares.ts';
import { createStock } from '../../test/gateway/engine/support/made/stock.ts';
import type { ProofOptions, ProofResult } from './proof.ts';

/** All graphs, modes and sides of one run. */
export type DifferentialProof = ProofOptions & {
  readonly operations: number;
  /** The same seed asks the same operations of the same data. */
  readonly seed: number;
  readonly isFull: boolean;
};

/** What of one graph in one mode is written down. */
type Found = Omit<Share, 'perThousand'> & Differences;

/** How often a line says how far it is. */
const EVERY = 500;
/** Wrong answers that are written down with all that is known of them. */
const SHOWN = 5;

/** Asks random operations of our engine, of one schema over the same data, and of the stock gateway. */
export async function proveDifferential(options: DifferentialProof): Promise<ProofResult> {
  const found: Found[] = [];
  for (const graph of Object.keys(MADE_GRAPHS) as GraphName[])
    found.push(...(await proveGraph(graph, options)));
  const failures = found.flatMap(({ graph, mode, operations, wrong }) =>
    wrong.length > 0
      ? [
          `Of ${operations} ${mode} of "${graph}", ${wrong.length} had another answer than one schema: ${wrong[0]?.text}`,
        ]
      : [],
  );
  const { seed, isFull } = options;
  const operations = found.reduce((sum, one) => sum + one.operations, 0);
  const shown = found.map(({ wrong, ...one }) => ({
    ...one,
    different: wrong.length,
    wrong: wrong.slice(0, SHOWN),
  }));
  return { failures, found: { seed, operations, graphs: shown }, isFull };
}

async function proveGraph(
  name: GraphName,
  { operations, seed, log }: DifferentialProof,
): Promise<readonly Found[]> {
  const graph = MADE_GRAPHS[name]();
  const stock = await createStock(graph);
  const found: Found[] = [];
  for (const { mode, perThousand } of SHARES.filter((share) => share.graph === name)) {
    const count = Math.ceil((operations * perThousand) / 1_000);
    let asked = 0;
    const onOperation = () => {
      if (++asked % EVERY === 0) log(`… ${name}, ${mode}: ${asked} of ${count}`);
    };
    const differences = await findDifferences(graph, mode, {
      operations: count,
      seed,
      stock: stock.ask,
      onOperation,
    });
    log(lineOf(graph, mode, differences));
    found.push({ graph: name, mode, ...differences });
  }
  await stock.close();
  return found;
}

function lineOf({ name }: MadeGraph, mode: string, { operations, wrong, stock }: Differences) {
  const stocks = Object.entries(stock ?? {}).map(([kind, times]) => `${kind} ${times}`);
  return `${name}, ${mode}: ${operations} asked, ${wrong.length} different; stock: ${stocks.join(', ') || 'none'}`;
}
