import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { subgraphKey } from '../platform/actor-token.ts';
import { feedKey } from '../platform/feed/feed-token.ts';
import { SUBGRAPHS, type SubgraphName } from '../platform/subgraph.ts';
import { openBenchDatabases, pickStudents } from './databases.ts';
import { asksOf, databaseEnv, verifyEqual } from './journey.ts';
import { type Server, startServer } from './processes.ts';
import { type Ask, type Measured, measure } from './rounds.ts';

const STUDENTS = 5_000;
const STUDENTS_ASKED = 500;
const ROUNDS = { rounds: 5, seconds: 3 };
/** The gateway under test has one core; PostgreSQL, the load and HTTP subgraphs share the other. */
const GATEWAY_CORE = 0;
const OTHER_CORE = 1;

/** The data stands still while it is measured. */
const NOBODY_TO_FOLLOW = Object.fromEntries(
  ['SCHOOLS', 'EMPLOYERS', 'STUDENTS', 'PLACEMENTS'].flatMap((source) => [
    [`${source}_FEED_URL`, 'http://127.0.0.1:9/feed'],
    [`${source}_FEED_KEY`, 'a key that opens no feed of any subgraph'],
  ]),
);
const keysOf = (secret: string, name: SubgraphName) => ({
  ACTOR_TOKEN_KEY: subgraphKey(secret, name),
  FEED_KEY: feedKey(secret, name),
});

type Env = Readonly<Record<string, string>>;
type Start = (...given: Parameters<typeof startServer>) => Promise<Server>;

/** The four subgraphs in processes of their own; what a gateway over HTTP is told of them. */
async function startSubgraphs(start: Start, env: Env): Promise<Env> {
  const secret = randomBytes(32).toString('base64url');
  const urls: Record<string, string> = {};
  for (const name of SUBGRAPHS) {
    const { url } = await start({
      name,
      file: 'scripts/subgraph.ts',
      args: [name],
      env: { ...env, ...NOBODY_TO_FOLLOW, ...keysOf(secret, name) },
      core: OTHER_CORE,
    });
    urls[name] = url;
  }
  return { SUBGRAPH_SECRET: secret, SUBGRAPH_PORTS: JSON.stringify(urls) };
}

/**
 * Stock `@apollo/gateway` and ours with one transport. All that is started here holds connections, of
 * which PostgreSQL has a hundred: nothing of the other transport runs meanwhile.
 */
async function sideBySide(
  transport: 'HTTP' | 'in-process',
  env: Env,
  asks: readonly Ask[],
): Promise<readonly Measured[]> {
  const running: Server[] = [];
  const start: Start = async (spec) => {
    const server = await startServer(spec);
    running.push(server);
    return server;
  };
  try {
    const subgraphs = transport === 'HTTP' ? await startSubgraphs(start, env) : {};
    const common = { env: { ...env, ...subgraphs }, core: GATEWAY_CORE };
    const servers = [
      await start({ name: `stock, ${transport}`, file: 'bench/servers/stock.ts', ...common }),
      await start({ name: `ours, ${transport}`, file: 'bench/servers/graph.ts', ...common }),
    ];
    await verifyEqual(servers, asks);
    const contenders = servers.map((server) => ({ server, asks }));
    return await measure(contenders, ROUNDS);
  } finally {
    await Promise.all(running.map((server) => server.stop()));
  }
}

/** Table (b): our gateway against stock `@apollo/gateway`, on the same subgraphs, for each transport. */
export async function gateways(key: JWK): Promise<readonly Measured[]> {
  const databases = await openBenchDatabases(STUDENTS);
  try {
    const env = {
      ...databaseEnv(databases),
      BENCH_KEY: JSON.stringify(key),
      APOLLO_TELEMETRY_DISABLED: 'true',
    };
    const asks = await asksOf(await pickStudents(databases, STUDENTS_ASKED), key);
    const overHttp = await sideBySide('HTTP', env, asks);
    return [...overHttp, ...(await sideBySide('in-process', env, asks))];
  } finally {
    await databases.close();
  }
}
