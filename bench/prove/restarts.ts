import {
  createSupergraphFile,
  FIXTURE_ASKS,
  type Process,
  SWAPPED,
  startFixtureGateway,
  startFixtureSubgraph,
} from './fixture-graph.ts';
import { type Loaded, startLoad } from './load.ts';
import type { ProofOptions, ProofResult } from './proof.ts';
import { until } from './until.ts';

export type RestartOptions = ProofOptions & { readonly restarts: number; readonly isFull: boolean };

const CLIENTS = 16;
const WORKERS = 2;
/** What the gateway logs when the last of its workers is another one. */
const REPLACED = 'All workers were replaced.';

/** All workers of the gateway, one after another: the next one listens before the last one drains. */
async function restartWorkers(gateway: Process, times: number, log: ProofOptions['log']) {
  const replaced = gateway.countLines(REPLACED);
  const load = startLoad(gateway.origin, FIXTURE_ASKS, CLIENTS);
  for (let done = 1; done <= times; done += 1) {
    gateway.signal('SIGUSR2');
    const took = await until('new workers', () => replaced() >= done);
    log(`workers replaced in ${Math.round(took)} ms, ${load.asked()} requests`);
  }
  return await load.stop();
}

/** Rolling restarts under load, of the gateway's workers and of a subgraph: every answer is right. */
export async function proveRestarts(options: RestartOptions): Promise<ProofResult> {
  const { restarts, isFull, log } = options;
  const students = await startFixtureSubgraph('students-and-mycap');
  let placements = await startFixtureSubgraph('placements');
  const urls = () => ({ 'students-and-mycap': students.url, placements: placements.url });
  const file = createSupergraphFile(urls());
  const gateway = await startFixtureGateway(file, ['--workers', String(WORKERS)]);

  /** The next instance answers, the supergraph names it to every worker, and then the last one ends. */
  async function restartSubgraph(): Promise<Loaded> {
    const load = startLoad(gateway.origin, FIXTURE_ASKS, CLIENTS);
    for (let done = 1; done <= restarts; done += 1) {
      const last = placements;
      const swapped = gateway.countLines(SWAPPED);
      placements = await startFixtureSubgraph('placements');
      file.write(urls());
      await until('a swap', () => swapped() >= WORKERS);
      await last.stop();
      log(`a subgraph replaced, ${load.asked()} requests`);
    }
    return await load.stop();
  }

  const workers = await restartWorkers(gateway, restarts, log);
  const subgraph = await restartSubgraph();
  const code = await gateway.stop();
  await Promise.all([students.stop(), placements.stop()]);
  file.remove();
  const ended = code === 0 ? [] : [`The gateway ended with ${code}.`];
  return {
    failures: [...workers.failures, ...subgraph.failures, ...ended],
    found: { restarts, clients: CLIENTS, workers, subgraph },
    isFull,
  };
}
