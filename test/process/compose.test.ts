import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { inheritedEnv } from '../../platform/env.ts';
import type { EmbeddedPostgres } from '../../platform/postgres/start-postgres.ts';
import { startTemporaryPostgres } from '../../platform/postgres/temporary.ts';
import { SUBGRAPHS } from '../../platform/subgraph.ts';
import { ROOT, readComposeFile, type Service } from './compose-file.ts';
import { expectJourney } from './journey.ts';
import { type Env, freePort, processesWith, type Started, startProcess } from './processes.ts';

const SLOW = 240_000;
const services = readComposeFile();

const CREATE_DATABASES = join(ROOT, 'scripts', 'docker', 'create-databases.sql');

/** Runs what PostgreSQL's image runs by psql, whose two commands stand here for themselves. */
async function createDatabases(postgres: EmbeddedPostgres): Promise<void> {
  const { SUBGRAPH_PASSWORD: password } = services.get('postgres')?.environment ?? {};
  const sql = readFileSync(CREATE_DATABASES, 'utf8')
    .replaceAll(/^(?:\\getenv|--).*$/gm, '')
    .replaceAll(":'password'", `'${password}'`);
  const client = new Client({ connectionString: postgres.url('postgres') });
  await client.connect();
  for (const statement of sql.split(';').filter((text) => text.trim() !== ''))
    await client.query(statement);
  await client.end();
}

/** Where a service of the file is on this machine. Everything else of its environment is its own. */
type Here = { readonly ports: ReadonlyMap<string, number>; readonly postgres: EmbeddedPostgres };

function onThisMachine(name: string, value: string, { ports, postgres }: Here): string {
  if (name.endsWith('_SUBGRAPH_URL') || name.endsWith('_FEED_URL')) {
    const url = new URL(value);
    url.port = String(ports.get(url.hostname));
    url.hostname = '127.0.0.1';
    return url.href;
  }
  if (!name.endsWith('_DATABASE_URL')) return value;
  const [url, embedded] = [new URL(value), new URL(postgres.url('postgres'))];
  expect(url.host).toBe('postgres:5432');
  url.host = embedded.host;
  url.search = embedded.search;
  return url.href;
}

function environmentOf(service: Service, port: number | undefined, here: Here): Env {
  const given = Object.entries(service.environment).map(
    ([name, value]) => [name, onThisMachine(name, value, here)] as const,
  );
  const own = { ...Object.fromEntries(given), [MARK]: mark };
  return port === undefined ? own : { ...own, HOST: '127.0.0.1', PORT: String(port) };
}

/** Found in the environment of every process that this file starts. */
const MARK = 'COMPOSE_TEST';
const mark = `${MARK}-${process.pid}`;

const dockerfile = readFileSync(join(ROOT, 'Dockerfile'), 'utf8');
const [, entrypoint = '[]'] = /^ENTRYPOINT (.+)$/m.exec(dockerfile) ?? [];
const [node = '', ...flags]: string[] = JSON.parse(entrypoint);

/** The service's own check, again and again as Docker does, until it says yes. */
async function becomesHealthy(service: Service, env: Env, started: Started): Promise<void> {
  if ('disable' in service.healthcheck) return;
  const [kind, command = ''] = service.healthcheck.test;
  expect(kind).toBe('CMD-SHELL');
  const check = () =>
    promisify(execFile)('sh', ['-c', command.replaceAll('$$', '$')], {
      cwd: ROOT,
      env: { ...inheritedEnv(), ...env },
    }).then(
      () => true,
      () => false,
    );
  while (!(await check()))
    if (started.child.exitCode !== null) throw new Error(`It ended:\n${started.said()}`);
}

const running = new Map<string, Started>();
let here: Here;

beforeAll(async () => {
  const named = [...services.keys()].map(async (name) => [name, await freePort()] as const);
  here = { postgres: await startTemporaryPostgres(), ports: new Map(await Promise.all(named)) };
  await createDatabases(here.postgres);
}, SLOW);
afterAll(async () => {
  for (const { child } of running.values()) child.kill('SIGKILL');
  await here.postgres.stop();
}, SLOW);

async function start(name: string, service: Service): Promise<void> {
  const ends = service.restart === 'no';
  const env = environmentOf(service, ends ? undefined : here.ports.get(name), here);
  const started = startProcess(node, [...flags, ...service.command], env);
  running.set(name, started);
  await becomesHealthy(service, env, started);
  if (ends) expect([await started.ended, started.said()]).toEqual([0, expect.any(String)]);
}

/** As Compose does: each service as soon as those it depends on are healthy, or done. */
function startAll(): Promise<unknown> {
  const up = new Map<string, Promise<void>>();
  const bringUp = async (name: string): Promise<void> => {
    const service = services.get(name);
    if (service?.build === undefined) return;
    await Promise.all(Object.keys(service.depends_on).map(once));
    await start(name, service);
  };
  const once = (name: string): Promise<void> => {
    const known = up.get(name) ?? bringUp(name);
    up.set(name, known);
    return known;
  };
  return Promise.all([...services.keys()].map(once));
}

/** Each subgraph has known, since its start, all that those it follows know. */
async function followsTheOthers(name: string): Promise<void> {
  const url = `http://127.0.0.1:${here.ports.get(name)}/health/feeds`;
  const lag = z.object({ following: z.array(z.object({ seconds: z.number().nullable() })) });
  const isBehind = async () => {
    const { following } = lag.parse(await (await fetch(url)).json());
    return following.some(({ seconds }) => seconds === null);
  };
  while (await isBehind());
}

it(
  'the processes of docker-compose.yml answer the journey from four subgraphs over HTTP, follow each other, seed once, and end at SIGTERM',
  async () => {
    await startAll();
    await expectJourney(`http://127.0.0.1:${here.ports.get('gateway')}`);

    for (const name of SUBGRAPHS) await followsTheOthers(name);

    const seed = services.get('seed');
    if (seed) await start('seed', seed);
    running.delete('seed');
    expect([...running.keys()].sort()).toEqual(['gateway', ...SUBGRAPHS].sort());
    for (const [name, { child, ended }] of running) {
      child.kill('SIGTERM');
      expect([name, await ended]).toEqual([name, 0]);
    }
    expect(processesWith(mark)).toEqual([]);
  },
  SLOW,
);
