import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { PAY_TYPES, WBL_TYPES } from '../../../platform/vocabulary.ts';
import { addDays } from '../../../subgraphs/placements/domain/days.ts';
import { isEmployment } from '../../../subgraphs/placements/domain/employment.ts';
import { laborDay, weeklyMinutesCap } from '../../../subgraphs/placements/domain/minor-hours.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';

let databases: TestDatabases;
let database: Database;
beforeAll(async () => {
  databases = await startTestDatabases();
  database = await databases.create('placements');
});
afterAll(() => databases.stop());

it('the database sees a job where the code does', async () => {
  const { rows } = await database.pool.query(
    `select type::text as "wblType", pay::text as pay, is_employment(type, pay) as is
       from unnest(enum_range(null::"WblType")) type, unnest(enum_range(null::"PayType")) pay`,
  );
  expect(rows).toHaveLength(WBL_TYPES.length * PAY_TYPES.length);
  expect(rows).toEqual(rows.map((row) => ({ ...row, is: isEmployment(row) })));
});

it('the database knows Labor Day as the code does', async () => {
  const years = Array.from({ length: 28 }, (_, n) => 2020 + n);
  const sql = 'select labor_day(y)::text as day from unnest($1::int[]) y order by y';
  const { rows } = await database.pool.query(sql, [years]);
  expect(rows.map(({ day }) => day)).toEqual(years.map(laborDay));
});

it('the database allows a week what the code allows', async () => {
  const days = Array.from({ length: 800 }, (_, n) => addDays('2026-01-01', n));
  const births = [
    '2008-02-29',
    '2009-06-01',
    '2010-09-08',
    '2011-07-01',
    '2012-12-31',
    '2014-01-01',
  ];
  const { rows } = await database.pool.query(
    `select born::text, day::text, weekly_minutes_cap(born, day) as cap
       from unnest($1::date[]) born, unnest($2::date[]) day
      where not (to_char(born, 'MM-DD') = '02-29' and to_char(day, 'MM-DD') = '02-28')`,
    [births, days],
  );
  expect(rows.length).toBeGreaterThan(4_700);
  expect(rows.filter(({ born, day, cap }) => cap !== weeklyMinutesCap(born, day))).toEqual([]);
});
