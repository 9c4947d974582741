import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { newKey } from '../../gateway/dev-issuer/key.ts';
import { dayInMassachusetts } from '../../platform/massachusetts-time.ts';
import { tenOperations } from '../../test/federation/query-plans/ten-operations.ts';
import { startGraph } from '../../test/federation/support/graph.ts';
import { openBenchDatabases, pickStudents } from '../databases.ts';
import { databaseEnv } from '../journey.ts';
import { pinSelf, startServer } from '../processes.ts';
import { type Connections, connectAll, endAll, readSmallTables } from './observed.ts';
import { failuresOf, type Proof } from './proof.ts';
import { proveOperation } from './prove-operation.ts';
import { proveReport } from './prove-report.ts';
import { reportsOn } from './reports.ts';
import { tablesOf, withTables } from './tables.ts';

const HELP = `Proves what the whole domain costs among 480,000 students.

  npm run prove                          the first run fills the databases, which takes minutes
  npm run prove -- --students 20000      for trying: says the same of fewer, and writes nothing
  npm run prove -- --times 20            asks each operation less often, and writes nothing

Results go to bench/results/domain.json and docs/proofs.md. Ends with 1 where a plan reads a large table
whole, a report that is not kept takes 500 ms, or one that is kept takes so long to count that asks are given up.
`;

const FULL = { students: 480_000, times: 200 };
const RESULTS = 'bench/results/domain.json';
const DOCUMENT = 'docs/proofs.md';
/** The graph has one core; PostgreSQL and who asks have the other. */
const SERVER_CORE = 0;
const OTHER_CORE = 1;
/** How many schools the Boston PIC asks for at once. */
const STAFFED = 30;

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: String(FULL.students) },
    times: { type: 'string', default: String(FULL.times) },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);

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

async function prove(students: number, times: number): Promise<Proof> {
  const load = loadavg()[0] ?? Number.NaN;
  pinSelf(OTHER_CORE);
  const databases = await openBenchDatabases(students);
  const key = await newKey();
  const now = new Date();
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
      say(`… ${operation.name}`);
      operations.push(await proveOperation(ground, operation));
    }
    const reports: Proof['reports'][number][] = [];
    for (const report of reportsOn(day)) {
      say(`… ${report.name}`);
      reports.push(await proveReport(ground, report));
    }
    const cpu = cpus()[0]?.model ?? 'a processor that does not say its name';
    const machine = { node: process.version, cpu, cores: cpus().length };
    return { at: now, machine, load, students, times, operations, reports };
  } finally {
    await endAll(clients);
    await seen.close();
    await server.stop();
    await databases.close();
  }
}

async function run(): Promise<number> {
  const proof = await prove(Number(values.students), Number(values.times));
  const tables = tablesOf(proof);
  say(`\n${tables}\n`);
  const failures = failuresOf(proof);
  for (const failure of failures) say(failure);
  if (proof.students === FULL.students && proof.times === FULL.times) {
    writeFileSync(RESULTS, `${JSON.stringify(proof, null, 2)}\n`);
    writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), tables));
  }
  return failures.length === 0 ? 0 : 1;
}

if (values.help) say(HELP);
else process.exit(await run());
