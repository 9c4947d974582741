import { parseArgs } from 'node:util';
import { type Serving, serveGraph, serveOpen } from '../gateway/server.ts';
import { type Running, runUntilSignal } from '../platform/run.ts';
import { StartupError } from '../platform/startup-error.ts';

const HELP = `Serves a supergraph over subgraphs that run in processes of their own.

  npm run gateway                                           our graph, as the environment says
  npm run gateway -- --supergraph FILE --port N             the same, with this file and port
  npm run gateway -- --supergraph FILE --port N --open      any Federation 2 supergraph, for everybody:
                                                            no identity, subgraphs at the file's URLs

Environment: PORT (4000), HOST (127.0.0.1), CORS_ORIGINS. Without --open also SUPERGRAPH,
ACTOR_TOKEN_SECRET, SCHOOLS_SUBGRAPH_URL, EMPLOYERS_SUBGRAPH_URL, STUDENTS_SUBGRAPH_URL,
PLACEMENTS_SUBGRAPH_URL, and an issuer of tokens: OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL,
or DEV_ISSUER=on with DATA_DIR.
`;

const { values } = parseArgs({
  options: {
    supergraph: { type: 'string' },
    port: { type: 'string' },
    open: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h' },
  },
});

function readPort(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,5}$/.test(text)) return text === undefined ? text : Number(text);
  throw new StartupError(`--port is "${text}": it must be a number from 0 to 65535.`);
}

async function serve(): Promise<Serving> {
  const settings = { file: values.supergraph, port: readPort(values.port) };
  if (!values.open) return await serveGraph(settings);
  const { file, port } = settings;
  if (file) return await serveOpen({ file, port });
  throw new StartupError('--open needs --supergraph FILE.');
}

async function start(): Promise<Running> {
  const { gateway, url } = await serve();
  process.stdout.write(`The gateway answers at ${url}/graphql\n`);
  return gateway;
}

if (values.help) process.stdout.write(HELP);
else await runUntilSignal(start);
