import type { JWK } from 'jose';
import { type Captured, captureStatements } from '../../test/federation/query-plans/capture.ts';
import { explainRun, isRead, rowsRead } from '../../test/federation/query-plans/plan.ts';
import {
  documentOf,
  type SampleOperation,
} from '../../test/federation/query-plans/ten-operations.ts';
import {
  findWholeReads,
  type IsSmall,
  undesigned,
} from '../../test/federation/query-plans/walk.ts';
import type { Graph } from '../../test/federation/support/graph.ts';
import { asPersona, asStudents, type Request, timeAsk } from './ask.ts';
import { captureAnswered } from './capture-answered.ts';
import type { Connections } from './observed.ts';
import { percentile } from './percentile.ts';

/** What one operation cost, kept reports being counted already. */
export type ProvenOperation = {
  readonly name: string;
  readonly as: string;
  readonly p50: number;
  readonly p95: number;
  readonly statements: number;
  /** Rows that PostgreSQL read for it, in all four databases. */
  readonly rows: number;
  readonly bytes: number;
  /** Plans that read a large table whole, of the first ask and of a later one; none may. */
  readonly wholeReads: readonly string[];
};

export type Ground = {
  readonly key: JWK;
  /** Where the graph under measure answers. */
  readonly url: string;
  /** The same graph over the same databases in this process, of which each statement is seen. */
  readonly seen: Graph;
  readonly clients: Connections;
  readonly isSmall: IsSmall;
  /** Who asks for their own journey. */
  readonly students: readonly string[];
  readonly times: number;
};

const WARM_UP = 10;

async function rowsOf(clients: Connections, captured: readonly Captured[]): Promise<number> {
  let sum = 0;
  for (const statement of captured.filter(isRead))
    sum += rowsRead(await explainRun(clients[statement.subgraph], statement));
  return sum;
}

async function requestsOf(ground: Ground, operation: SampleOperation): Promise<readonly Request[]> {
  const { name, as, variables } = operation;
  const document = documentOf(name);
  if (name === 'my-journey') return asStudents(ground.key, ground.students, document);
  return [await asPersona(ground.key, as, document, variables)];
}

async function timesOf({ url, times }: Ground, requests: readonly Request[]) {
  const taken: number[] = [];
  for (let done = -WARM_UP; done < times; done += 1) {
    const request = requests[(done + WARM_UP) % requests.length];
    if (!request) throw new Error('There is nothing to ask.');
    const { ms } = await timeAsk(url, request);
    if (done >= 0) taken.push(ms);
  }
  return taken;
}

export async function proveOperation(
  ground: Ground,
  operation: SampleOperation,
): Promise<ProvenOperation> {
  const { seen, clients, isSmall } = ground;
  const { name, as, variables } = operation;
  const ask = () => seen.ask(documentOf(name), as, variables);
  const first = await captureAnswered(seen, ask);
  const later = await captureStatements(seen.databases, ask);
  const found = [
    ...(await findWholeReads(clients, first, isSmall)),
    ...(await findWholeReads(clients, later.captured, isSmall)),
  ];
  const taken = await timesOf(ground, await requestsOf(ground, operation));
  return {
    name,
    as: as ?? 'public',
    p50: percentile(taken, 0.5),
    p95: percentile(taken, 0.95),
    statements: later.captured.length,
    rows: await rowsOf(clients, later.captured),
    bytes: later.result.text.length,
    wholeReads: [...new Set(undesigned(found))],
  };
}
