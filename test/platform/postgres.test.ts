import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPostmaster } from '../../platform/postgres/postmaster-file.ts';
import { serves } from '../../platform/postgres/process-identity.ts';
import { type EmbeddedPostgres, startPostgres } from '../../platform/postgres/start-postgres.ts';
import { query, startOwner } from './postgres-owner-process.ts';

const SLOW = 60_000;
const asRoot = process.getuid?.() === 0;

let folder: string;
const started: EmbeddedPostgres[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'postgres-test-'));
  chmodSync(folder, 0o755);
});

afterEach(async () => {
  for (const postgres of started.splice(0)) await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}, SLOW);

async function start(dataDir: string): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataDir, log: () => undefined });
  started.push(postgres);
  return postgres;
}

const one = (url: string) => query(url, 'select 1 as one');
const serverOf = (dataDir: string) => readPostmaster(join(dataDir, 'postgres'))?.pid ?? Number.NaN;

describe('the embedded PostgreSQL', { timeout: SLOW }, () => {
  it('serves databases to node-postgres and to Prisma, and keeps them for the next start', async () => {
    const first = await start(folder);
    await first.createDatabase('placements');
    await first.createDatabase('placements');
    await query(first.url('placements'), 'create table kept as select 7 as value');
    await first.createDatabase('copy', 'placements');
    expect(await query(first.url('copy'), 'select value from kept')).toEqual([{ value: 7 }]);
    await first.stop();

    const second = await start(folder);
    const prisma = await new PrismaPg({ connectionString: second.url('placements') }).connect();
    const result = await prisma.queryRaw({ sql: 'select value from kept', args: [], argTypes: [] });
    expect(result.rows).toEqual([[7]]);
    await prisma.dispose();
  });

  it('is stopped twice without harm', async () => {
    const postgres = await start(folder);
    await postgres.stop();
    await postgres.stop();
    expect(existsSync(join(folder, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('lets nobody in without the password', async () => {
    const postgres = await start(folder);
    const stranger = postgres.url('postgres').replace(/:[^:@]+@/, ':guess@');
    await expect(one(stranger)).rejects.toThrow('password authentication failed');
  });

  it.each([
    ['with spaces and "quotes", and commas', 'my data, "all" of it'],
    ['longer than a socket address', join('d'.repeat(60), 'e'.repeat(60))],
    ['with letters beyond ASCII', 'Ünïcødé 数据'],
  ])('runs in a folder %s', async (_title, name) => {
    const postgres = await start(join(folder, name));
    await postgres.createDatabase('x');
    expect(await one(postgres.url('x'))).toEqual([{ one: 1 }]);
  });

  it('finishes what an interrupted first start began', async () => {
    mkdirSync(join(folder, 'postgres.new-a1b2c3', 'cluster', 'base'), { recursive: true });
    writeFileSync(join(folder, 'postgres.new-a1b2c3', 'cluster', 'PG_VERSION'), '18\n');
    const postgres = await start(folder);
    expect(await one(postgres.url('postgres'))).toEqual([{ one: 1 }]);
    expect(readdirSync(folder).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('refuses a cluster of another major version', async () => {
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '16\n');
    await expect(start(folder)).rejects.toThrow(
      'was made by PostgreSQL 16, and this is PostgreSQL 18',
    );
  });
});

describe('the owner of a data directory', { timeout: SLOW }, () => {
  it('keeps a second one out, who learns its pid', async () => {
    const owner = await startOwner(folder);
    await expect(start(folder)).rejects.toThrow(`in use by process ${owner.pid};`);
    await owner.signal('SIGTERM');
    expect(await one((await start(folder)).url('postgres'))).toEqual([{ one: 1 }]);
  });

  it('is one of many who try at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => start(folder)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is followed by the next start when it was killed, with every acknowledged row', async () => {
    const owner = await startOwner(folder);
    const orphan = serverOf(folder);
    await query(owner.url, 'create table kept as select 7 as value');
    await owner.signal('SIGKILL');
    expect(serves(orphan, join(folder, 'postgres'))).toBe(true);

    const postgres = await start(folder);
    expect(serves(orphan, join(folder, 'postgres'))).toBe(false);
    expect(await query(postgres.url('postgres'), 'select value from kept')).toEqual([{ value: 7 }]);
  });

  it('is not mistaken for a later process with its pid', async () => {
    writeFileSync(
      join(folder, 'postgres.owner.1'),
      JSON.stringify({ pid: process.ppid, started: 'long ago' }),
    );
    expect(await one((await start(folder)).url('postgres'))).toEqual([{ one: 1 }]);
  });

  it('starts although a stranger has the pid of a server that was killed', async () => {
    const first = await start(folder);
    await first.stop();
    const stale = join(folder, 'postgres', 'postmaster.pid');
    writeFileSync(stale, `${process.pid}\n${join(folder, 'postgres')}\n0\n5432\n\n\n\nready\n`);
    expect(await one((await start(folder)).url('postgres'))).toEqual([{ one: 1 }]);
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'takes the server along on %s',
    async (signal) => {
      const owner = await startOwner(folder);
      const server = serverOf(folder);
      await owner.signal(signal);
      await expect.poll(() => serves(server, join(folder, 'postgres'))).toBe(false);
    },
  );

  it.each(['exits', 'throws'] as const)('takes the server along when it %s', async (ending) => {
    const owner = await startOwner(folder, ending);
    const server = serverOf(folder);
    await owner.finish();
    await expect.poll(() => serves(server, join(folder, 'postgres'))).toBe(false);
  });

  it('still has its server while it drains after Ctrl-C', async () => {
    const owner = await startOwner(folder, 'drains');
    await owner.signalGroup('SIGINT');
    const postgres = await start(folder);
    expect(await query(postgres.url('postgres'), 'select * from drained')).toEqual([]);
  });
});

describe.runIf(asRoot)('a data directory that only root can enter', { timeout: SLOW }, () => {
  it('says where its cluster is, and finds it again', async () => {
    chmodSync(folder, 0o700);
    const dataDir = join(folder, 'data');
    const first = await start(dataDir);
    const home = readFileSync(join(dataDir, 'location'), 'utf8').trim();
    try {
      await query(first.url('postgres'), 'create table kept as select 7 as value');
      await first.stop();
      const second = await start(dataDir);
      expect(await query(second.url('postgres'), 'table kept')).toEqual([{ value: 7 }]);
      expect(existsSync(join(home, 'postgres', 'PG_VERSION'))).toBe(true);
      await second.stop();
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});

it.skipIf(asRoot)('SKIPPED: a data directory that only root can enter needs root', () => undefined);
