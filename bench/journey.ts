import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import type { Databases } from '../scripts/graph/databases.ts';
import { openBenchDatabases, pickStudents } from './databases.ts';
import { type Server, startServer } from './processes.ts';
import { type Ask, type Contender, latency, type Measured, measure } from './rounds.ts';
import { studentToken } from './servers/issuer.ts';

const STUDENTS_ASKED = 500;
const VERIFIED = 100;
const ROUNDS = { rounds: 5, seconds: 3 };
const LATENCY_REQUESTS = 1_000;
/** The servers have one core, PostgreSQL and the load the other. */
const SERVER_CORE = 0;

export type JourneyTable = {
  readonly students: number;
  readonly rows: readonly Measured[];
  /** One request after another: the median in milliseconds, by server. */
  readonly alone: Readonly<Record<string, number>>;
};

const document = readFileSync('schema/operations/my-journey.graphql', 'utf8');

export const databaseEnv = ({ urls }: Databases) => ({
  SCHOOLS_DATABASE_URL: urls.schools,
  EMPLOYERS_DATABASE_URL: urls.employers,
  STUDENTS_DATABASE_URL: urls.students,
  PLACEMENTS_DATABASE_URL: urls.placements,
});

/** One request for each student, each with a token of their own. */
export async function asksOf(ids: readonly string[], key: JWK): Promise<Ask[]> {
  const body = JSON.stringify({ query: document });
  return await Promise.all(
    ids.map(async (id) => ({
      method: 'POST' as const,
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await studentToken(key, id)}`,
        'x-student': id,
      },
      body,
    })),
  );
}

/** Every server must answer the same before any is timed. */
export async function verifyEqual(servers: readonly Server[], asks: readonly Ask[]): Promise<void> {
  for (const { headers, body } of asks.slice(0, VERIFIED)) {
    const answers = await Promise.all(
      servers.map(async ({ url }) => {
        const response = await fetch(url, { method: 'POST', headers, body });
        return await response.json();
      }),
    );
    for (const answer of answers) deepStrictEqual(answer, answers[0]);
  }
}

/** Table (a): the journey through the gateway of `npm start`, against the hand-written server. */
export async function journeyAt(students: number, key: JWK): Promise<JourneyTable> {
  const databases = await openBenchDatabases(students);
  const env = { ...databaseEnv(databases), BENCH_KEY: JSON.stringify(key) };
  const servers = [
    await startServer({
      name: 'hand-written',
      file: 'bench/servers/hand-written.ts',
      env,
      core: SERVER_CORE,
    }),
    await startServer({
      name: 'npm start',
      file: 'bench/servers/graph.ts',
      env,
      core: SERVER_CORE,
    }),
  ];
  try {
    const asks = await asksOf(await pickStudents(databases, STUDENTS_ASKED), key);
    await verifyEqual(servers, asks);
    const contenders: Contender[] = servers.map((server) => ({ server, asks }));
    const rows = await measure(contenders, ROUNDS);
    const alone: Record<string, number> = {};
    for (const contender of contenders)
      alone[contender.server.name] = await latency(contender, LATENCY_REQUESTS);
    return { students, rows, alone };
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await databases.close();
  }
}
