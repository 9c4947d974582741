import { expect, it } from 'vitest';
import { handwritten } from '../../platform/read/handwritten.ts';
import { compileWhere, type Values, type Where } from '../../platform/read/where.ts';

const models = new Map([
  ['Site', { table: 'site', columns: ['lat', 'openedOn'], dates: [], relations: new Map() }],
]);

function compile(where: Where) {
  const values: Values = { list: [] };
  const sql = compileWhere({ models, model: 'Site', alias: 't0' }, where, values);
  return { sql, values: values.list };
}

it('a day is sent in UTC, whatever the time zone of the process', () => {
  expect(compile({ openedOn: { gte: new Date('2026-09-01') } })).toEqual({
    sql: 't0."opened_on" >= $1',
    values: ['2026-09-01T00:00:00.000Z'],
  });
});

it('a condition written in SQL stands beside the others, its values as parameters', () => {
  const even = handwritten((column, given) => `${column('lat')} % ${given(2)} = ${given(0)}`);
  expect(compile({ lat: { gt: 40 }, ...even })).toEqual({
    sql: 't0."lat" > $1 and (t0."lat" % $2 = $3)',
    values: [40, 2, 0],
  });
});

it('a text that PostgreSQL cannot keep is refused, not sent', () => {
  expect(() => compile({ lat: 'a\u0000b' })).toThrow(
    expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
  );
});
