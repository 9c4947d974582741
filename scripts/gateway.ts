import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Serving } from '../gateway/server.ts';
import { type Running, runUntilSignal } from '../platform/run.ts';
import { StartupError } from '../platform/startup-error.ts';

const HELP = `Serves a supergraph over subgraphs that run in processes of their own.

  npm run gateway                                           our graph, as the environment says
  npm run gateway -- --supergraph FILE --port N             the same, with this file and port
  npm run gateway -- --supergraph FILE --port N --open      any Federation 2 supergraph, for everybody:
                                                            no identity, subgraphs at the file's URLs
  npm run gateway -- --workers N                            N processes (1) that answer at one port

Workers share nothing. One that ends by itself is replaced; SIGUSR2 to the process that started them replaces
all, one after another, without a request lost.

Environment: PORT (4000), HOST (127.0.0.1), CORS_ORIGINS. Without --open also SUPERGRAPH,
ACTOR_TOKEN_SECRET, SCHOOLS_SUBGRAPH_URL, EMPLOYERS_SUBGRAPH_URL, STUDENTS_SUBGRAPH_URL,
PLACEMENTS_SUBGRAPH_URL, and an issuer of tokens: OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL,
or DEV_ISSUER=on with DATA_DIR.
OTEL_EXPORTER_OTLP_ENDPOINT names a collector for traces.
`;

const { values } = parseArgs({
  options: {
    supergraph: { type: 'string' },
    port: { type: 'string' },
    open: { type: 'boolean', default: false },
    workers: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h' },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);

function readPort(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,5}$/.test(text)) return text === undefined ? text : Number(text);
  throw new StartupError(`--port is "${text}": it must be a number from 0 to 65535.`);
}

function readWorkers(text: string): number {
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  throw new StartupError(`--workers is "${text}": it must be a number from 1 to 99.`);
}

async function serve(): Promise<Serving> {
  const { serveGraph, serveOpen } = await import('../gateway/server.ts');
  const settings = { file: values.supergraph, port: readPort(values.port) };
  if (!values.open) return await serveGraph({ ...settings, isWorker: cluster.isWorker });
  const { file, port } = settings;
  if (file) return await serveOpen({ file, port });
  throw new StartupError('--open needs --supergraph FILE.');
}

/** The process that starts the workers reads no supergraph and answers nothing itself. */
async function startWorkers(workers: number): Promise<Running> {
  const [{ startCluster }, { pino }] = await Promise.all([
    import('../gateway/cluster/cluster.ts'),
    import('pino'),
  ]);
  // Where this was built, a worker is to run what was built, too.
  if (import.meta.runner)
    cluster.setupPrimary({
      exec: fileURLToPath(import.meta.runner),
      args: [import.meta.filename, ...process.argv.slice(2)],
    });
  const started = await startCluster({ workers, log: pino() });
  process.on('SIGUSR2', () => void started.restart());
  const { address, port } = started.address;
  say(`The gateway answers at http://${address}:${port}/graphql, from ${workers} workers`);
  return started;
}

async function start(): Promise<Running> {
  const workers = readWorkers(values.workers);
  if (workers > 1 && cluster.isPrimary) return await startWorkers(workers);
  const { gateway, url } = await serve();
  if (cluster.isPrimary) say(`The gateway answers at ${url}/graphql`);
  return gateway;
}

if (values.help) process.stdout.write(HELP);
else await runUntilSignal(start);
