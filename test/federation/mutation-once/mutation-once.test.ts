import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_STUDENT } from '../../../gateway/dev-issuer/personas.ts';
import type { Weather } from '../../gateway/support/proxy.ts';
import { DATABASE_TIMEOUT } from '../../support/test-database.ts';
import { AS_OF, type Demo, startDemo } from '../support/demo.ts';
import { startBehindProxy } from './behind-proxy.ts';

const TIMEOUT_MS = 5_000;
const RECORD = `mutation ($input: RecordActivityInput!, $key: String) {
  recordActivity(input: $input, idempotencyKey: $key) { activity { id reflection } }
}`;

let demo: Demo;
let graph: Awaited<ReturnType<typeof startBehindProxy>>;
beforeAll(async () => {
  demo = await startDemo();
  graph = await startBehindProxy(demo, TIMEOUT_MS);
}, DATABASE_TIMEOUT);
afterAll(async () => {
  await graph.close();
  await demo.stop();
});

/** How often an activity with this reflection is in the database. */
async function recorded(reflection: string): Promise<number> {
  const { rows } = await graph.database.pool.query<{ times: number }>(
    'select count(*)::int as times from career_activity where reflection = $1',
    [reflection],
  );
  return rows[0]?.times ?? Number.NaN;
}

const ARRIVES: readonly (readonly [Weather, number])[] = [
  ['down', 0],
  ['resets', 0],
  ['cuts the answer', 1],
  ['hangs before the answer', 1],
  ['hangs in the answer', 1],
  ['garbage', 1],
  ['a hundred megabytes', 1],
];

describe('a mutation whose subgraph does not answer', () => {
  it.each(ARRIVES)(
    'is executed at most once where the way is %s, and once when the client repeats it with its key',
    async (weather, executed) => {
      const reflection = randomUUID();
      const input = { studentId: DEMO_STUDENT, type: 'JOB_SHADOW', date: AS_OF, reflection };
      const record = () => graph.ask(RECORD, { input, key: reflection });

      await graph.proxy.turn(weather);
      const { data, errors } = await record();
      expect(data).toEqual({ recordActivity: null });
      expect(errors).toHaveLength(1);
      expect(errors?.[0]?.extensions.code).toMatch(/^SUBGRAPH_/);
      expect(graph.proxy.connections()).toBe(weather === 'down' ? 0 : 1);

      await graph.proxy.turn('fair');
      await expect.poll(() => recorded(reflection)).toBe(executed);
      const again = await record();
      expect(again).toEqual({
        data: { recordActivity: { activity: { id: expect.any(String), reflection } } },
      });
      expect(await record()).toEqual(again);
      expect(await recorded(reflection)).toBe(1);
    },
  );
});
