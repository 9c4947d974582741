import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { createDevIssuer } from '../gateway/dev-issuer/dev-issuer.ts';
import { keptKey } from '../gateway/dev-issuer/key.ts';
import { createGateway } from '../gateway/gateway.ts';
import { createIdentity } from '../gateway/identity.ts';
import { readSampleOperations } from '../gateway/sample-operations.ts';
import { doorVariables, issuerVariables, trustedIssuers } from '../gateway/settings.ts';
import { readEnv } from '../platform/env.ts';
import { dayInMassachusetts } from '../platform/massachusetts-time.ts';
import { type Running, runUntilSignal } from '../platform/run.ts';
import { generateClients } from './generate.ts';
import { type DatabaseUrls, openDatabases } from './graph/databases.ts';
import { type LocalGraph, openLocalGraph } from './graph/local-subgraphs.ts';
import { showProgress } from './seed/progress.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { isSeeded } from './seed/seeded-state.ts';

const HELP = `Starts the whole graph in one process: PostgreSQL, four subgraphs and the gateway.

  npm start                      with the development issuer, which hands out tokens for personas
  node … scripts/start.ts        without it: set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL

Empty databases are filled with an invented Massachusetts of 5,000 students.
Environment: PORT (4000), HOST (127.0.0.1), DATA_DIR (.data), CORS_ORIGINS; SCHOOLS_DATABASE_URL,
EMPLOYERS_DATABASE_URL, STUDENTS_DATABASE_URL and PLACEMENTS_DATABASE_URL for servers of your own.
`;

const { values } = parseArgs({
  options: {
    'dev-issuer': { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

/** What `npm start` fills empty databases with. */
const DEMO = { students: 5_000, seed: 1 };
const WATCH_EVERY_MS = 1_000;
const clock = () => new Date();
const say = (text: string) => process.stdout.write(`${text}\n`);

async function seedOnce(urls: DatabaseUrls): Promise<void> {
  if (await isSeeded(urls)) return;
  const asOf = dayInMassachusetts(clock());
  await seedDemo({ urls, ...DEMO, asOf, progress: showProgress(process.stdout) });
}

const allAnswer = ({ databases }: LocalGraph) =>
  Promise.all(databases.map(({ pool }) => pool.query('select 1'))).then(
    () => true,
    () => false,
  );

async function start(): Promise<Running> {
  const env = readEnv({ ...doorVariables, ...issuerVariables });
  const dataDir = env.DATA_DIR ?? '.data';
  const logger = pino({ level: 'warn' });
  const devIssuer = values['dev-issuer'] ? await createDevIssuer(await keptKey(dataDir)) : null;
  const identity = createIdentity(trustedIssuers(env, devIssuer), Date.now);

  await generateClients();
  const databases = await openDatabases(dataDir, (message) => logger.info(message));
  await seedOnce(databases.urls);
  const graph = await openLocalGraph(databases.urls, logger, clock);
  const gateway = await createGateway({
    supergraph: { file: 'schema/supergraph.graphql', watch: { everyMs: WATCH_EVERY_MS } },
    transport: { kind: 'local', subgraphs: graph.subgraphs },
    identity,
    devIssuer,
    graphiql: { operations: readSampleOperations('schema/operations') },
    corsOrigins: env.CORS_ORIGINS,
    ready: () => allAnswer(graph),
    log: logger,
  });
  const url = await gateway.listen({ host: env.HOST, port: env.PORT });
  say(`GraphiQL  ${url}/\nGraphQL   ${url}/graphql\nCtrl-C stops it.`);

  return {
    async close() {
      await gateway.close();
      await graph.close();
      await databases.close();
    },
  };
}

if (values.help) process.stdout.write(HELP);
else await runUntilSignal(start);
