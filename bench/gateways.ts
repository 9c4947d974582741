import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { subgraphKey } from '../platform/actor-token.ts';
import { feedKey } from '../platform/feed/feed-token.ts';
import { SUBGRAPHS, type SubgraphName } from '../platform/subgraph.ts';
import { openBenchDatabases, pickStudents } from './databases.ts';
import { asksOf, databaseEnv, verifyEqual } from './journey.ts';
import { type Server, startServer } from './processes.ts';
import { type Measured, measure } from './rounds.ts';

const STUDENTS = 5_000;
const STUDENTS_ASKED = 500;
const ROUNDS = { rounds: 3, seconds: 4 };
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

/** Table (b): our gateway with both transports against stock `@apollo/gateway`, on the same subgraphs. */
export async function gateways(key: JWK): Promise<readonly Measured[]> {
  const databases = await openBenchDatabases(STUDENTS);
  const running: Server[] = [];
  const start = async (...given: Parameters<typeof startServer>) => {
    const server = await startServer(...given);
    running.push(server);
    return server;
  };
  try {
    const secret = randomBytes(32).toString('base64url');
    const urls: Record<string, string> = {};
    const env = {
      ...databaseEnv(databases),
      BENCH_KEY: JSON.stringify(key),
      APOLLO_TELEMETRY_DISABLED: 'true',
    };
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
    const overHttp = { ...env, SUBGRAPH_SECRET: secret, SUBGRAPH_PORTS: JSON.stringify(urls) };
    const core = GATEWAY_CORE;
    const [stock, ours] = ['bench/servers/stock.ts', 'bench/servers/graph.ts'];
    const contenders = [
      await start({ name: 'stock, HTTP', file: stock, env: overHttp, core }),
      await start({ name: 'ours, HTTP', file: ours, env: overHttp, core }),
      await start({ name: 'stock, in-process', file: stock, env, core }),
      await start({ name: 'ours, in-process', file: ours, env, core }),
    ];
    const asks = await asksOf(await pickStudents(databases, STUDENTS_ASKED), key);
    await verifyEqual(contenders, asks);
    return await measure(
      contenders.map((server) => ({ server, asks })),
      ROUNDS,
    );
  } finally {
    await Promise.all(running.map((server) => server.stop()));
    await databases.close();
  }
}
