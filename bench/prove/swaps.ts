import {
  createSupergraphFile,
  FIXTURE_ASKS,
  type FixtureUrls,
  SWAPPED,
  startFixtureGateway,
  startFixtureSubgraph,
} from './fixture-graph.ts';
import { startLoad } from './load.ts';
import type { ProofOptions, ProofResult } from './proof.ts';
import { until } from './until.ts';

export type SwapOptions = ProofOptions & { readonly swaps: number; readonly isFull: boolean };

const CLIENTS = 16;
const TOLD_EVERY = 20;

/** Another supergraph, with its subgraphs elsewhere, again and again under load: every answer is right. */
export async function proveSwaps({ swaps, isFull, log }: SwapOptions): Promise<ProofResult> {
  const names = ['students-and-mycap', 'students-and-mycap', 'placements', 'placements'] as const;
  const subgraphs = await Promise.all(names.map(startFixtureSubgraph));
  const [students = '', others = '', placements = '', elsewhere = ''] = subgraphs.map(
    ({ url }) => url,
  );
  const places: readonly [FixtureUrls, FixtureUrls] = [
    { 'students-and-mycap': students, placements },
    { 'students-and-mycap': others, placements: elsewhere },
  ];
  const file = createSupergraphFile(places[0]);
  const gateway = await startFixtureGateway(file);
  const swapped = gateway.countLines(SWAPPED);
  const load = startLoad(gateway.origin, FIXTURE_ASKS, CLIENTS);

  for (let done = 1; done <= swaps; done += 1) {
    file.write(places[done % 2 === 0 ? 0 : 1]);
    await until('a swap', () => swapped() >= done);
    if (done % TOLD_EVERY === 0) log(`${done} swaps, ${load.asked()} requests`);
  }

  const loaded = await load.stop();
  const code = await gateway.stop();
  await Promise.all(subgraphs.map((subgraph) => subgraph.stop()));
  file.remove();
  log(`${swaps} swaps, ${loaded.asked} requests, ${loaded.failed} failed`);
  return {
    failures: [...loaded.failures, ...(code === 0 ? [] : [`The gateway ended with ${code}.`])],
    found: { swaps, clients: CLIENTS, ...loaded },
    isFull,
  };
}
