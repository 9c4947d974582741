import cluster from 'node:cluster';
import type { JWK } from 'jose';
import { pino } from 'pino';
import { readEnv } from '../platform/env.ts';
import { StartupError } from '../platform/startup-error.ts';
import { metricsOfAll } from './cluster/worker-metrics.ts';
import { createDevIssuer } from './dev-issuer/dev-issuer.ts';
import { keptKey, newKey } from './dev-issuer/key.ts';
import { documentLimits } from './document/limits.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createIdentity, everybodyIsPublic } from './identity.ts';
import { observing } from './observe/from-environment.ts';
import { createPlanningThread } from './planning/planning-thread.ts';
import { subgraphsReady } from './readiness.ts';
import { readSampleOperations } from './sample-operations.ts';
import {
  doorVariables,
  issuerVariables,
  subgraphVariables,
  trustedIssuers,
  urlOverrides,
} from './settings.ts';

const SAMPLES = 'schema/operations';
/** A client that asks all the time has asked again by then. */
const LINGER_MS = 1_000;
const WATCH_EVERY_MS = 1_000;
const watched = (file: string) => ({ file, watch: { everyMs: WATCH_EVERY_MS } });

/** For a process that others replace while clients ask: a stop is not seen, and a worker counts with the others. */
const AMONG_OTHERS = {
  lingerMs: LINGER_MS,
  ...(cluster.isWorker && { metricsOf: metricsOfAll }),
};

/** A gateway that listens, and where. */
export type Serving = { readonly gateway: Gateway; readonly url: string };

export type GraphSettings = Partial<OpenSettings> & {
  /** Whether other processes answer at the same port: a token of one is good at all. */
  readonly isWorker: boolean;
};

/** A key that nobody keeps is known to one process alone. */
async function issuerKey(dataDir: string | undefined, isWorker: boolean): Promise<JWK> {
  if (dataDir) return await keptKey(dataDir);
  if (!isWorker) return await newKey();
  throw new StartupError('With several workers, DEV_ISSUER=on needs DATA_DIR: they share its key.');
}

/** Our gateway before our subgraphs in processes of their own, as the environment says. */
export async function serveGraph(settings: GraphSettings): Promise<Serving> {
  const env = readEnv({ ...doorVariables, ...issuerVariables, ...subgraphVariables });
  const log = pino();
  const devIssuer =
    env.DEV_ISSUER === 'on'
      ? await createDevIssuer(await issuerKey(env.DATA_DIR, settings.isWorker))
      : null;
  const gateway = await createGateway({
    supergraph: watched(settings.file ?? env.SUPERGRAPH),
    transport: { kind: 'http', secret: env.ACTOR_TOKEN_SECRET, urls: urlOverrides(env) },
    identity: createIdentity(trustedIssuers(env, devIssuer), Date.now),
    devIssuer,
    graphiql: { operations: readSampleOperations(SAMPLES) },
    corsOrigins: env.CORS_ORIGINS,
    limits: documentLimits(env),
    overrideLabels: env.OVERRIDE_LABELS,
    ready: subgraphsReady,
    log,
    observe: await observing(env, log),
    planning: createPlanningThread(),
    ...AMONG_OTHERS,
  });
  const url = await gateway.listen({ host: env.HOST, port: settings.port ?? env.PORT });
  return { gateway, url };
}

export type OpenSettings = { readonly file: string; readonly port: number | undefined };

/** Any Federation 2 supergraph, for everybody: no identity, no domain, subgraphs at the file's URLs. */
export async function serveOpen({ file, port }: OpenSettings): Promise<Serving> {
  const env = readEnv(doorVariables);
  const log = pino();
  const gateway = await createGateway({
    supergraph: watched(file),
    transport: { kind: 'http', secret: null, urls: new Map() },
    identity: everybodyIsPublic,
    devIssuer: null,
    graphiql: { operations: [] },
    corsOrigins: env.CORS_ORIGINS,
    limits: documentLimits(env),
    overrideLabels: env.OVERRIDE_LABELS,
    ready: async () => true,
    log,
    observe: await observing(env, log),
    planning: createPlanningThread(),
    ...AMONG_OTHERS,
  });
  const url = await gateway.listen({ host: env.HOST, port: port ?? env.PORT });
  return { gateway, url };
}
