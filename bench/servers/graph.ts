import { pino } from 'pino';
import { z } from 'zod';
import { createGateway } from '../../gateway/gateway.ts';
import { createIdentity } from '../../gateway/identity.ts';
import { createPlanningThread } from '../../gateway/planning/planning-thread.ts';
import { readEnv } from '../../platform/env.ts';
import { openLocalGraph } from '../../scripts/graph/local-subgraphs.ts';
import { benchIssuer } from './issuer.ts';

/** What `npm start` serves, over databases and with an issuer that the bench names. */
const env = readEnv({
  PORT: z.coerce.number(),
  BENCH_KEY: z.string(),
  SUBGRAPH_SECRET: z.string().optional(),
  SCHOOLS_DATABASE_URL: z.string(),
  EMPLOYERS_DATABASE_URL: z.string(),
  STUDENTS_DATABASE_URL: z.string(),
  PLACEMENTS_DATABASE_URL: z.string(),
  SUBGRAPH_PORTS: z.string().optional(),
});
const log = pino({ level: 'warn' });

async function local() {
  const urls = {
    schools: env.SCHOOLS_DATABASE_URL,
    employers: env.EMPLOYERS_DATABASE_URL,
    students: env.STUDENTS_DATABASE_URL,
    placements: env.PLACEMENTS_DATABASE_URL,
  };
  const { subgraphs } = await openLocalGraph(urls, log, () => new Date());
  return { kind: 'local', subgraphs } as const;
}

function overHttp(secret: string) {
  const urls = new Map<string, string>(Object.entries(JSON.parse(env.SUBGRAPH_PORTS ?? '{}')));
  return { kind: 'http', secret, urls } as const;
}

const gateway = await createGateway({
  supergraph: { file: 'schema/supergraph.graphql', watch: 'never' },
  transport: env.SUBGRAPH_SECRET ? overHttp(env.SUBGRAPH_SECRET) : await local(),
  identity: createIdentity([benchIssuer(JSON.parse(env.BENCH_KEY))], Date.now),
  devIssuer: null,
  graphiql: null,
  corsOrigins: [],
  ready: async () => true,
  log,
  planning: createPlanningThread(),
});
await gateway.listen({ host: '127.0.0.1', port: env.PORT });
process.once('SIGINT', () => process.exit(0));
process.stdout.write('ready\n');
