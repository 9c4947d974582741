import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { createDevIssuer } from '../gateway/dev-issuer/dev-issuer.ts';
import { keptKey } from '../gateway/dev-issuer/key.ts';
import { documentLimits } from '../gateway/document/limits.ts';
import { createIdentity } from '../gateway/identity.ts';
import { observing } from '../gateway/observe/from-environment.ts';
import { createPlanningThread } from '../gateway/planning/planning-thread.ts';
import { doorVariables, issuerVariables, trustedIssuers } from '../gateway/settings.ts';
import { readEnv } from '../platform/env.ts';
import { dayInMassachusetts } from '../platform/massachusetts-time.ts';
import { type Running, runUntilSignal } from '../platform/run.ts';
import { type DatabaseUrls, openDatabases } from './graph/databases.ts';
import { endWithParent } from './graph/end-with-parent.ts';
import { loadAhead } from './graph/load-ahead.ts';
import { PARTS } from './graph/parts.ts';
import { isSeeded } from './seed/seeded-state.ts';

const HELP = `Starts the whole graph in one process: PostgreSQL, four subgraphs and the gateway.

  npm start                      with the development issuer, which hands out tokens for personas
  node … scripts/start.ts        without it: set OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL

Empty databases are filled with an invented Massachusetts of 5,000 students.
Environment: PORT (4000), HOST (127.0.0.1), DATA_DIR (.data), CORS_ORIGINS; SCHOOLS_DATABASE_URL,
EMPLOYERS_DATABASE_URL, STUDENTS_DATABASE_URL and PLACEMENTS_DATABASE_URL for servers of your own;
REQUEST_LOG=on for a line a request, which a terminal does not get unasked.
`;

const { values } = parseArgs({
  options: {
    'dev-issuer': { type: 'boolean', default: false },
    'child-of': { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const SUPERGRAPH = 'schema/supergraph.graphql';

/** What `npm start` fills empty databases with. */
const DEMO = { students: 5_000, seed: 1 };
const say = (text: string) => process.stdout.write(`${text}\n`);

async function seedOnce(urls: DatabaseUrls): Promise<void> {
  if (await isSeeded(urls)) return;
  const [{ seedDemo }, { showProgress }] = await Promise.all([
    import('./seed/seed-demo.ts'),
    import('./seed/progress.ts'),
  ]);
  const asOf = dayInMassachusetts(new Date());
  await seedDemo({ urls, ...DEMO, asOf, progress: showProgress(process.stdout) });
}

async function openSeeded(dataDir: string) {
  const databases = await openDatabases(dataDir, say);
  await seedOnce(databases.urls);
  return databases;
}

async function start(): Promise<Running> {
  const env = readEnv({ ...doorVariables, ...issuerVariables });
  const planning = loadAhead(createPlanningThread(), SUPERGRAPH);
  const dataDir = env.DATA_DIR ?? '.data';
  const withDevIssuer = values['dev-issuer'] || env.DEV_ISSUER === 'on';
  const devIssuer = withDevIssuer ? await createDevIssuer(await keptKey(dataDir)) : null;
  const identity = createIdentity(trustedIssuers(env, devIssuer), Date.now);

  // Most of a start is reading code, and most of that is waiting: PostgreSQL starts meanwhile.
  const [databases, { serveLocalGraph }] = await Promise.all([
    openSeeded(dataDir),
    import('./graph/serve-local-graph.ts'),
    ...PARTS.map(({ load }) => load()),
  ]);
  const logger = pino({ level: 'warn' });
  const graph = await serveLocalGraph({
    urls: databases.urls,
    address: { host: env.HOST, port: env.PORT },
    corsOrigins: env.CORS_ORIGINS,
    limits: documentLimits(env),
    overrideLabels: env.OVERRIDE_LABELS,
    identity,
    devIssuer,
    planning,
    supergraph: SUPERGRAPH,
    observe: await observing(env, logger),
    logger,
  });
  say(`GraphiQL  ${graph.url}/\nGraphQL   ${graph.url}/graphql\nCtrl-C stops it.`);

  return {
    async close() {
      await graph.close();
      await databases.close();
    },
  };
}

if (values.help) process.stdout.write(HELP);
else {
  endWithParent(values['child-of']);
  await runUntilSignal(start);
}
