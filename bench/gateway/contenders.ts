import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NODE_FLAGS, type Server, startProgram, startServer } from '../processes.ts';
import { AUDIENCE, ISSUER } from '../servers/issuer.ts';
import type { GraphFiles } from './graph/write-graph.ts';
import { GRAFBASE, PEERS } from './peers.ts';
import type { WorkName } from './work/work.ts';

export const PROFILES = join('.cache', 'prof');
/** The gateway under test has it for itself. */
export const GATEWAY_CORE = 0;

export type Setting = {
  readonly files: GraphFiles;
  readonly subgraphUrls: Readonly<Record<string, string>>;
  readonly jwksUrl: string;
  readonly folder: string;
  /** Lets ours write a CPU profile to {@link PROFILES} when it is closed. */
  readonly profile: boolean;
};
export type Candidate = {
  readonly title: string;
  /** Needs what is in `bench/peers`. */
  readonly peer: boolean;
  /** What it can do; everything, where nothing is said. */
  readonly works?: readonly WorkName[];
  /** Why it cannot be measured here. */
  readonly missing?: () => string | null;
  readonly start: (setting: Setting) => Promise<Server>;
};

/** Leaves out what frameworks add for development, and what they would tell their vendors. */
const ENV = { NODE_ENV: 'production', APOLLO_TELEMETRY_DISABLED: 'true' };

const peer =
  (name: string, file: string, ...rest: readonly string[]) =>
  ({ files }: Setting) =>
    startProgram({
      name,
      command: (port) => [
        process.execPath,
        ...NODE_FLAGS,
        join(PEERS, file),
        files.supergraph,
        String(port),
        ...rest,
      ],
      env: ENV,
      core: GATEWAY_CORE,
    });

const grafbase = ({ files, folder }: Setting) =>
  startProgram({
    name: 'grafbase',
    command: (port) => [
      GRAFBASE,
      '--home',
      folder,
      'dev',
      '--config',
      files.grafbase,
      '--port',
      String(port),
    ],
    env: ENV,
    core: GATEWAY_CORE,
    says: /Local:/,
  });

const handWritten = ({ subgraphUrls }: Setting) =>
  startServer({
    name: 'hand-written',
    file: 'bench/gateway/hand-written/server.ts',
    env: { ...ENV, SUBGRAPH_URLS: JSON.stringify(subgraphUrls) },
    core: GATEWAY_CORE,
  });

/** As it runs in production: tokens verified, the actor forwarded and signed, limits, metrics and the log on. */
const ours = ({ files, jwksUrl, profile }: Setting) =>
  startServer({
    name: 'ours',
    file: 'scripts/gateway.ts',
    args: ['--supergraph', files.supergraph],
    flags: profile ? ['--cpu-prof', `--cpu-prof-dir=${PROFILES}`] : [],
    env: {
      ...ENV,
      ACTOR_TOKEN_SECRET: randomBytes(32).toString('base64url'),
      OIDC_ISSUER: ISSUER,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_JWKS_URL: jwksUrl,
    },
    core: GATEWAY_CORE,
  });

/** All that are measured, in this order; ratios are to the first. */
export const CANDIDATES = {
  stock: { title: 'stock @apollo/gateway 2.14.4', peer: true, start: peer('stock', 'stock.js') },
  'hive-js': {
    title: 'Hive Gateway 2.12, JavaScript planner',
    peer: true,
    start: peer('hive-js', 'hive.js', 'js'),
  },
  'hive-rust': {
    title: 'Hive Gateway 2.12, Rust planner',
    peer: true,
    start: peer('hive-rust', 'hive.js', 'rust'),
  },
  grafbase: {
    title: 'Grafbase 0.103 (Rust), dev',
    peer: true,
    missing: () => (existsSync(GRAFBASE) ? null : 'npm has a binary of it for Linux on x64 only.'),
    start: grafbase,
  },
  'hand-written': {
    title: 'hand-written for the deep query',
    peer: false,
    works: ['deep'],
    start: handWritten,
  },
  ours: { title: 'ours', peer: false, start: ours },
} as const satisfies Readonly<Record<string, Candidate>>;

export type CandidateName = keyof typeof CANDIDATES;
export const CANDIDATE_NAMES = Object.keys(CANDIDATES) as readonly CandidateName[];

export type Contender = {
  readonly name: CandidateName;
  readonly server: Server;
  readonly does: (work: WorkName) => boolean;
};
export async function startContender(name: CandidateName, setting: Setting): Promise<Contender> {
  const { works, start }: Candidate = CANDIDATES[name];
  const server = await start(setting);
  return { name, server, does: (work) => works?.includes(work) ?? true };
}
