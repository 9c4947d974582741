import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createBackoff } from '../../gateway/cluster/backoff.ts';
import { mergeMetrics } from '../../gateway/cluster/merge-metrics.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { asking, fixtureSupergraph, SECRET_OF_THE_GATEWAY } from './support/gateways.ts';
import { run, runUntilUrl } from './support/processes.ts';

const SLOW = 180_000;

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway cluster '));
  file = join(folder, 'supergraph.graphql');
  writeFileSync(file, fixtureSupergraph());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Its processes, by Linux' own list. */
function childrenOf(pid: number): readonly string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === pid);
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return Number.NaN;
  }
}

describe('npm run gateway -- --workers', { timeout: SLOW }, () => {
  it('answers from workers, replaces one that dies and all at SIGUSR2, and ends with them', async () => {
    const args = ['--supergraph', file, '--port', '0', '--open', '--workers', '2'];
    const { origin, pid, countLines, signal, stop } = await runUntilUrl('gateway.ts', args);
    const ask = asking(origin);
    const whole = async () => (await ask('{ __typename }')).data;
    expect(await whole()).toEqual({ __typename: 'Query' });

    const died = countLines('A worker ended by itself');
    const [victim] = childrenOf(pid);
    process.kill(Number(victim), 'SIGKILL');
    await vi.waitUntil(() => died() === 1, PATIENCE_MS);
    expect(await whole()).toEqual({ __typename: 'Query' });

    const before = childrenOf(pid);
    const replaced = countLines('All workers were replaced.');
    signal('SIGUSR2');
    await vi.waitUntil(() => replaced() === 1, { timeout: SLOW });
    const after = childrenOf(pid);
    expect(after).toHaveLength(2);
    expect(after.filter((one) => before.includes(one))).toEqual([]);
    expect(await whole()).toEqual({ __typename: 'Query' });

    expect(await stop()).toBe(0);
    await expect(whole()).rejects.toThrow();
  });

  it.each([
    ['no number', ['--workers', 'many'], {}, /--workers is "many".*1 to 99/],
    [
      'several and a key that none of them shares',
      ['--workers', '2'],
      { DEV_ISSUER: 'on', ACTOR_TOKEN_SECRET: SECRET_OF_THE_GATEWAY, PORT: '0' },
      /DEV_ISSUER=on needs DATA_DIR/,
    ],
  ])('%s is refused', async (_what, args, env, why) => {
    const { code, stderr } = await run('gateway.ts', args, env);
    expect(code).toBe(1);
    expect(stderr).toMatch(why);
  });
});

describe('a worker that ends by itself', () => {
  it('is replaced at once where it lived long, and ever later where it did not', () => {
    const backoff = createBackoff();
    expect([0, 0, 0].map(backoff)).toEqual([500, 1_000, 2_000]);
    expect(Array.from({ length: 10 }, () => backoff(0)).at(-1)).toBe(30_000);
    expect(backoff(60_000)).toBe(0);
    expect(backoff(0)).toBe(500);
  });
});

describe('the metrics of workers', () => {
  it('are one text: each name described once, each sample with the number of its worker', () => {
    const text = (count: number) =>
      `# HELP asked How often.\n# TYPE asked counter\nasked{status="200"} ${count}\n# TYPE heap gauge\nheap ${count}\n`;
    expect(
      mergeMetrics(
        new Map([
          [1, text(3)],
          [2, text(4)],
        ]),
      )
        .trimEnd()
        .split('\n'),
    ).toEqual([
      '# HELP asked How often.',
      '# TYPE asked counter',
      'asked{worker="1",status="200"} 3',
      'asked{worker="2",status="200"} 4',
      '# TYPE heap gauge',
      'heap{worker="1"} 3',
      'heap{worker="2"} 4',
    ]);
  });
});
