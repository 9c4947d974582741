import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { expectJourney } from './journey.ts';
import {
  type Env,
  processesWith,
  RUNNER,
  type Started,
  startNpm,
  startProcess,
} from './processes.ts';

const SLOW = 180_000;
const URL_LINE = /GraphQL +(http:\S+)\/graphql/;

/** Seeded once, by the first test that starts there. */
let kept: string;
const folders: string[] = [];
const started: Started[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'start-test-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

function npmStart(dataDir: string, env: Env = {}, args: readonly string[] = []): Started {
  const given = { DATA_DIR: dataDir, PORT: '0', ...env };
  const running = startNpm(['start', ...args], given);
  started.push(running);
  return running;
}

async function answering(dataDir: string): Promise<Started & { readonly origin: string }> {
  const running = npmStart(dataDir);
  const [, origin = ''] = await running.hear(URL_LINE);
  return { ...running, origin };
}

/** To everyone in the foreground, as the terminal sends it. */
const ctrlC = ({ pid }: Started) => process.kill(-pid, 'SIGINT');

const whatIsLeft = (dataDir: string) =>
  expect.poll(() => processesWith(dataDir), { timeout: SLOW }).toEqual([]);

beforeAll(() => {
  kept = newFolder();
  return () => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
});

afterEach(() => {
  for (const { child, pid } of started.splice(0))
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL');
});

describe('npm start', { timeout: SLOW }, () => {
  it('answers the journey on empty data, and leaves no process at Ctrl-C', async () => {
    const running = await answering(kept);
    await expectJourney(running.origin);
    expect(processesWith(kept).some((command) => command.includes('postgres'))).toBe(true);
    ctrlC(running);
    await running.ended;
    expect(processesWith(kept)).toEqual([]);
    expect(existsSync(join(kept, 'postgres', 'postmaster.pid'))).toBe(false);
  });

  it('answers again on its data, and leaves no process when npm alone gets SIGTERM', async () => {
    const running = await answering(kept);
    await expectJourney(running.origin);
    expect(running.said()).not.toContain('Students');
    process.kill(running.pid, 'SIGTERM');
    await running.ended;
    await whatIsLeft(kept);
  });

  it('stops in order at the Ctrl-C that npm repeats', async () => {
    const entry = [RUNNER, join('scripts', 'start.ts'), '--dev-issuer'];
    const running = startProcess(process.execPath, entry, { DATA_DIR: kept, PORT: '0' });
    started.push(running);
    await running.hear(URL_LINE);
    running.child.kill('SIGINT');
    running.child.kill('SIGINT');
    expect(await running.ended).toBe(0);
    expect(processesWith(kept)).toEqual([]);
  });

  it('keeps a second one off its data, by the pid of the first, which goes on', async () => {
    const first = await answering(kept);
    const second = npmStart(kept);
    expect(await second.ended).toBe(1);
    const [, owner] = /is in use by process (\d+);/.exec(second.said()) ?? [];
    expect(readFileSync(`/proc/${owner}/cmdline`, 'utf8')).toContain('scripts/start.ts');
    await expectJourney(first.origin);
    ctrlC(first);
    await first.ended;
    await whatIsLeft(kept);
  });

  it('says that its port is taken, in one sentence, and leaves no PostgreSQL', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const running = npmStart(kept, { PORT: String(port) });
    expect(await running.ended).toBe(1);
    expect(running.said()).toContain(`Something listens on port ${port} of 127.0.0.1 already.`);
    expect(running.said()).not.toContain('    at ');
    expect(processesWith(kept)).toEqual([]);
    other.close();
  });
});

describe('npm start, stopped while it starts,', { timeout: SLOW }, () => {
  it.each([
    [
      'PostgreSQL is created',
      (dataDir: string) => existsSync(join(dataDir, 'dev-issuer-key.json')),
    ],
    [
      'PostgreSQL starts',
      (dataDir: string) => existsSync(join(dataDir, 'postgres', 'postmaster.pid')),
    ],
  ])('leaves no process when npm gets SIGTERM as %s', async (_when, isTime) => {
    const dataDir = newFolder();
    const running = npmStart(dataDir);
    await expect.poll(() => isTime(dataDir), { timeout: SLOW, interval: 5 }).toBe(true);
    process.kill(running.pid, 'SIGTERM');
    expect(await running.ended).not.toBe(0);
    await whatIsLeft(dataDir);
  });

  it('leaves no process at Ctrl-C while it seeds, and seeds whole at the next start', async () => {
    const dataDir = newFolder();
    const running = npmStart(dataDir);
    await running.hear(/Students and placements/);
    ctrlC(running);
    await running.ended;
    await whatIsLeft(dataDir);
    const next = await answering(dataDir);
    await expectJourney(next.origin);
    ctrlC(next);
    await next.ended;
  });
});

describe('npm start is refused', { timeout: SLOW }, () => {
  const unreachable = 'postgresql://graph:hunter2@127.0.0.1:1/graph';
  const urls = (...names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [`${name}_DATABASE_URL`, unreachable]));

  it.each([
    [
      'some databases named, and not all',
      urls('SCHOOLS', 'STUDENTS'),
      /missing EMPLOYERS_DATABASE_URL, PLACEMENTS_DATABASE_URL\./,
    ],
    [
      'databases that nobody serves',
      urls('SCHOOLS', 'EMPLOYERS', 'STUDENTS', 'PLACEMENTS'),
      /The database "graph" at 127\.0\.0\.1:1 cannot be reached/,
    ],
    ['a port that is none', { PORT: '123456' }, /The environment is not right\. PORT:/],
    ['half of an outside issuer', { OIDC_ISSUER: 'https://issuer.example' }, /belong together/],
  ])('with %s', async (_what, env, why) => {
    const dataDir = newFolder();
    const running = npmStart(dataDir, env);
    expect(await running.ended).toBe(1);
    const complaint = running
      .said()
      .split('\n')
      .filter((line) => why.test(line));
    expect(complaint).toHaveLength(1);
    expect(running.said()).not.toMatch(/hunter2| {4}at /);
    expect(processesWith(dataDir)).toEqual([]);
  });

  it('without any issuer of tokens', async () => {
    const dataDir = newFolder();
    const entry = [RUNNER, join('scripts', 'start.ts')];
    const running = startProcess(process.execPath, entry, { DATA_DIR: dataDir });
    expect(await running.ended).toBe(1);
    expect(running.said()).toMatch(/^The gateway has no issuer of tokens\. .+\n$/);
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  });
});

it(
  'npm start -- --help tells what it does, and starts nothing',
  async () => {
    const dataDir = newFolder();
    const running = npmStart(dataDir, {}, ['--', '--help']);
    expect(await running.ended).toBe(0);
    expect(running.said()).toContain('Starts the whole graph in one process');
    expect(existsSync(join(dataDir, 'dev-issuer-key.json'))).toBe(false);
  },
  SLOW,
);
