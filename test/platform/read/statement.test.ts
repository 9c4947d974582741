import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { runStatement } from '../../../platform/read/statement.ts';
import {
  DATABASE_TIMEOUT,
  startTestDatabases,
  type TestDatabases,
} from '../../support/test-database.ts';

let databases: TestDatabases;
let database: Database;
beforeAll(async () => {
  databases = await startTestDatabases();
  database = await databases.create('placements');
}, DATABASE_TIMEOUT);
afterAll(() => databases.stop());

const run = (text: string, values: readonly unknown[] = [], name?: string) =>
  runStatement(database.pool, { text, name }, values);

describe('a statement', () => {
  it('answers the text of each column, and null for null', async () => {
    const rows = await run('select n, null, $1::jsonb from generate_series(1, 2) n', [{ a: 1 }]);
    expect(rows).toEqual([
      ['1', null, '{"a": 1}'],
      ['2', null, '{"a": 1}'],
    ]);
  });

  it('is given values as the driver writes them', async () => {
    const text = 'select ($1::text[])[1], $2::bool, $3::timestamptz = to_timestamp(0), $4::int';
    const [row] = await run(text, [['a "b", \\c', 'd'], true, new Date(0), null]);
    expect(row).toEqual(['a "b", \\c', 't', 't', null]);
  });

  it('is parsed by a connection once where it has a name', async () => {
    const text = 'select count(*) from pg_prepared_statements where name = $1';
    await run(text, ['counted'], 'counted');
    await run(text, ['counted'], 'counted');
    expect(await run(text, ['counted'], 'counted')).toEqual([['1']]);
  });

  it.each([
    { what: 'is no SQL', text: 'select from where', code: '42601' },
    {
      what: 'fails at a row',
      text: 'select 1 / (n - 2) from generate_series(1, 3) n',
      code: '22012',
    },
    { what: 'is given what does not fit', text: 'select $1::int', code: '22P02' },
    {
      what: 'loses its connection',
      text: 'select pg_terminate_backend(pg_backend_pid())',
      code: '57P01',
    },
  ])('that $what fails by itself, and the next one does not', async ({ what, text, code }) => {
    const values = text.includes('$1') ? ['many'] : [];
    await expect(run(text, values, what)).rejects.toMatchObject({ code });
    expect(await run('select 1')).toEqual([['1']]);
  });

  it('is counted and shown like every other', async () => {
    const seen: unknown[] = [];
    const stop = database.watch((statement) => seen.push(statement));
    const before = database.statements();
    await run('select $1::int', [7]);
    stop();
    expect(database.statements()).toBe(before + 1);
    expect(seen).toEqual([{ text: 'select $1::int', values: [7] }]);
  });
});
