import { readFileSync, writeFileSync } from 'node:fs';
import { newKey } from '../../gateway/dev-issuer/key.ts';
import { dayInMassachusetts } from '../../platform/massachusetts-time.ts';
import { tenOperations } from '../../test/federation/query-plans/ten-operations.ts';
import { startGraph } from '../../test/federation/support/graph.ts';
import { openBenchDatabases, pickStudents } from '../databases.ts';
import { databaseEnv } from '../journey.ts';
import { pinSelf, startServer } from '../processes.ts';
import { failuresOf, type Proof } from './domain-proof.ts';
import { machineNow } from './machine.ts';
import { type Connections, connectAll, endAll, readSmallTables } from './observed.ts';
import type { ProofOptions, ProofResult } from './proof.ts';
import { proveOperation } from './prove-operation.ts';
import { proveReport } from './prove-report.ts';
import { reportsOn } from './reports.ts';
import { tablesOf, withTables } from './tables.ts';

const RESULTS = 'bench/results/domain.json';
const DOCUMENT = 'docs/proofs.md';
/** The graph has one core; PostgreSQL and who asks have the other. */
const SERVER_CORE = 0;
const OTHER_CORE = 1;
/** How many schools the Boston PIC asks for at once. */
const STAFFED = 30;

export type DomainOptions = ProofOptions & {
  readonly students: number;
  /** How often each operation is asked. */
  readonly times: number;
  readonly isFull: boolean;
};

/** High schools of Boston's region. */
async function staffedSchools(clients: Connections): Promise<readonly string[]> {
  const { rows } = await clients['schools-and-network'].query<{ code: string }>(
    `select dese_code as code from school
      where board_code = 'BOSTON' and 11 = any(grades) and closed_on is null order by 1 limit $1`,
    [STAFFED],
  );
  return rows.map(({ code }) => code);
}

async function forgetReports(clients: Connections): Promise<void> {
  await clients.placements.query('delete from report_run');
  await clients['students-and-mycap'].query('delete from report_run');
}

async function prove({ students, times, log }: DomainOptions): Promise<Proof> {
  const { at: now, machine, load } = machineNow();
  pinSelf(OTHER_CORE);
  const databases = await openBenchDatabases(students);
  const key = await newKey();
  const day = dayInMassachusetts(now);
  const server = await startServer({
    name: 'npm start',
    file: 'bench/servers/graph.ts',
    env: { ...databaseEnv(databases), BENCH_KEY: JSON.stringify(key) },
    core: SERVER_CORE,
  });
  const seen = await startGraph('local', databases.urls, now);
  const clients = await connectAll(databases.urls);
  try {
    const ground = {
      key,
      url: server.url,
      seen,
      clients,
      isSmall: await readSmallTables(clients),
      students: await pickStudents(databases, times),
      times,
    };
    await forgetReports(clients);
    const operations: Proof['operations'][number][] = [];
    for (const operation of tenOperations(day, await staffedSchools(clients))) {
      log(`… ${operation.name}`);
      operations.push(await proveOperation(ground, operation));
    }
    const reports: Proof['reports'][number][] = [];
    for (const report of reportsOn(day)) {
      log(`… ${report.name}`);
      reports.push(await proveReport(ground, report));
    }
    return { at: now, machine, load, students, times, operations, reports };
  } finally {
    await endAll(clients);
    await seen.close();
    await server.stop();
    await databases.close();
  }
}

/** Proves what the whole domain costs among many students. The first run fills the databases, which takes minutes. */
export async function proveDomain(options: DomainOptions): Promise<ProofResult> {
  const { isFull, log } = options;
  const proof = await prove(options);
  const tables = tablesOf(proof);
  log(`\n${tables}\n`);
  if (isFull) {
    writeFileSync(RESULTS, `${JSON.stringify(proof, null, 2)}\n`);
    writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), tables));
  }
  return { failures: failuresOf(proof), found: proof, isFull };
}
