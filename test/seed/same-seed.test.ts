import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SILENT } from '../../scripts/seed/progress.ts';
import { MIN_STUDENTS } from '../../scripts/seed/scale.ts';
import { seedDemo } from '../../scripts/seed/seed-demo.ts';
import { isSeeded } from '../../scripts/seed/seeded-state.ts';
import { ask } from './ask.ts';
import { startDemoDatabases } from './demo-databases.ts';
import { digestOf } from './digest.ts';
import { SLOW } from './facts-of-the-demo.ts';

const DEMO = { students: MIN_STUDENTS, seed: 7, asOf: '2026-10-15', progress: SILENT };

const databases = startDemoDatabases();
afterAll(() => databases.stop());

/** Of the demo as it was seeded once, in this run. */
let digest: string;
beforeAll(async () => {
  digest = await digestOf(await databases.seeded(DEMO));
}, SLOW);

async function digestFor(change: Partial<typeof DEMO>) {
  const urls = await databases.empty();
  await seedDemo({ ...DEMO, ...change, urls });
  return digestOf(urls);
}

describe('the demo', () => {
  it(
    'is the same for the same seed number and day, and another for any other',
    async () => {
      expect(await digestFor({})).toBe(digest);
      expect(await digestFor({ seed: 8 })).not.toBe(digest);
      expect(await digestFor({ asOf: '2026-10-16' })).not.toBe(digest);
    },
    SLOW,
  );

  it(
    'is refused where it already stands, and replaced with reset',
    async () => {
      expect(await isSeeded(await databases.empty())).toBe(false);
      const urls = await databases.seeded(DEMO);
      expect(await isSeeded(urls)).toBe(true);
      await expect(seedDemo({ ...DEMO, seed: 8, urls })).rejects.toThrow(/already hold.*--reset/);
      expect(await digestOf(urls)).toBe(digest);
      await seedDemo({ ...DEMO, seed: 8, urls, reset: true });
      expect(await digestOf(urls)).not.toBe(digest);
    },
    SLOW,
  );

  it(
    'is done again where only some of the databases have it',
    async () => {
      const seeded = await databases.seeded(DEMO);
      const half = { ...seeded, placements: (await databases.empty()).placements };
      expect(await isSeeded(half)).toBe(false);
      await seedDemo({ ...DEMO, urls: half });
      expect(await isSeeded(half)).toBe(true);
      expect(await digestOf(half)).toBe(digest);
    },
    SLOW,
  );

  it(
    'leaves rows alone that are not its own',
    async () => {
      const urls = await databases.empty();
      await ask(
        urls.employers,
        `insert into employer (id, name, sector, board_code) values (gen_random_uuid(), 'Ours', 'PUBLIC', 'BOSTON')`,
      );
      await expect(seedDemo({ ...DEMO, urls })).rejects.toThrow(/not the demo's/);
      expect(await ask(urls.employers, 'select name from employer')).toEqual([{ name: 'Ours' }]);
    },
    SLOW,
  );

  it(
    'leaves nothing behind where it fails, and can then run',
    async () => {
      const urls = await databases.empty();
      await ask(
        urls.placements,
        `alter table skill_score add constraint refuses check (score < 3)`,
      );
      await expect(seedDemo({ ...DEMO, urls })).rejects.toThrow(/refuses/);
      expect(await ask(urls.students, 'select id from student')).toEqual([]);
      await ask(urls.placements, `alter table skill_score drop constraint refuses`);
      await seedDemo({ ...DEMO, urls });
      expect(await isSeeded(urls)).toBe(true);
    },
    SLOW,
  );

  it.each([
    { change: { students: 12 }, message: /300 to 1000000 students, not 12/ },
    { change: { seed: -1 }, message: /whole number from 0 up, not -1/ },
    { change: { asOf: '15.10.2026' }, message: /"15.10.2026" is not a date/ },
    { change: { asOf: '2026-02-30' }, message: /"2026-02-30" is not a date/ },
  ])('refuses $change', async ({ change, message }) => {
    const urls = { schools: '', employers: '', students: '', placements: '' };
    await expect(seedDemo({ ...DEMO, ...change, urls })).rejects.toThrow(message);
  });
});
