import { describe, expect, it } from 'vitest';
import { compileRows, type ReadArgs, sqlOf } from '../../../platform/read/compile.ts';
import { handwritten } from '../../../platform/read/handwritten.ts';
import { type Model, readModels, snakeCase } from '../../../platform/read/model.ts';
import { compileWhere, type Where } from '../../../platform/read/where.ts';

const scalar = (name: string, type = 'String') => ({
  name,
  type,
  kind: 'scalar',
  isList: false,
  isId: name === 'id',
});
const relation = (name: string, type: string, relationName: string, from: string[] = []) => ({
  name,
  type,
  kind: 'object',
  isList: from.length === 0,
  isId: false,
  relationName,
  relationFromFields: from,
});

/** Two tables: a school and its students. */
const models: ReadonlyMap<string, Model> = readModels({
  datamodel: {
    models: {
      School: {
        fields: [scalar('id'), scalar('fullName'), relation('students', 'Student', 'Enrolled')],
        primaryKey: null,
      },
      Student: {
        fields: [
          scalar('id'),
          scalar('schoolId'),
          scalar('bornOn', 'DateTime'),
          relation('school', 'School', 'Enrolled', ['schoolId']),
        ],
        primaryKey: null,
      },
    },
  },
});

const where = (filter: Where, model = 'Student') => {
  const values = { list: [] };
  const sql = compileWhere({ models, model, alias: 't' }, filter, values);
  return { sql, given: values.list };
};
const rows = (model: string, args: ReadArgs) => {
  const values = { list: [] };
  const compiled = compileRows(models, model, args, values);
  return { sql: sqlOf(compiled), revive: compiled.outputs.revive, given: values.list };
};

describe('a filter', () => {
  it.each([
    { what: 'nothing', filter: {}, sql: 'true', given: [] },
    { what: 'undefined', filter: { id: undefined }, sql: 'true', given: [] },
    { what: 'a value', filter: { id: 'a' }, sql: 't."id" = $1', given: ['a'] },
    { what: 'null', filter: { schoolId: null }, sql: 't."school_id" is null', given: [] },
    {
      what: 'not null',
      filter: { schoolId: { not: null } },
      sql: 't."school_id" is not null',
      given: [],
    },
    {
      what: 'a set',
      filter: { id: { in: ['a', 'b'] } },
      sql: 't."id" = any($1)',
      given: [['a', 'b']],
    },
    { what: 'a set of one', filter: { id: { in: ['a'] } }, sql: 't."id" = $1', given: ['a'] },
    { what: 'an empty set', filter: { id: { in: [] } }, sql: 't."id" = any($1)', given: [[]] },
    {
      what: 'a range',
      filter: { id: { gte: 'a', lt: 'c' } },
      sql: 't."id" >= $1 and t."id" < $2',
      given: ['a', 'c'],
    },
    { what: 'an open range', filter: { id: { gt: undefined } }, sql: 'true', given: [] },
    {
      what: 'a date, in UTC',
      filter: { bornOn: new Date('2010-02-03') },
      sql: 't."born_on" = $1',
      given: ['2010-02-03T00:00:00.000Z'],
    },
    {
      what: 'both of two',
      filter: { AND: [{ id: 'a' }, { schoolId: 'b' }] },
      sql: 't."id" = $1 and t."school_id" = $2',
      given: ['a', 'b'],
    },
    { what: 'all of none', filter: { AND: [] }, sql: 'true', given: [] },
    {
      what: 'either of two',
      filter: { schoolId: 's', OR: [{ id: 'a' }, { id: 'b' }] },
      sql: 't."school_id" = $1 and (t."id" = $2 or t."id" = $3)',
      given: ['s', 'a', 'b'],
    },
    { what: 'either of none', filter: { OR: [] }, sql: '(false)', given: [] },
  ])('of $what is "$sql"', ({ filter, sql, given }) => {
    expect(where(filter)).toEqual({ sql, given });
  });

  it('on a relation asks for a row over there, below its own alias', () => {
    expect(where({ school: { fullName: 'A' } })).toEqual({
      sql: 'exists (select 1 from "school" tw where tw."id" = t."school_id" and tw."full_name" = $1)',
      given: ['A'],
    });
    expect(where({ students: { id: 'a' } }, 'School').sql).toBe(
      'exists (select 1 from "student" tw where tw."school_id" = t."id" and tw."id" = $1)',
    );
  });

  it('written by hand keeps together, whatever it says', () => {
    const either = handwritten((column, given) => `${column('id')} = ${given('a')} or true`);
    expect(where({ schoolId: 's', ...either })).toEqual({
      sql: 't."school_id" = $1 and (t."id" = $2 or true)',
      given: ['s', 'a'],
    });
  });

  it.each(['contains', 'endsWith'])('with "%s" is refused', (operator) => {
    expect(() => where({ id: { [operator]: 'a' } })).toThrow(`no operator "${operator}"`);
  });

  it.each(['NOT', 'schoolCode', 'id" or true --'])(
    'on "%s", which is no column, is refused',
    (name) => {
      expect(() => where({ [name]: undefined })).not.toThrow();
      expect(() => where({ [name]: 'a' })).toThrow(`no column "Student.${name}"`);
    },
  );

  it('never puts a value into its text', () => {
    const hostile = `'; drop table student; --`;
    const { sql, given } = where({ id: hostile, AND: [{ schoolId: { in: [hostile, 'b'] } }] });
    expect(sql).toBe('t."id" = $1 and t."school_id" = any($2)');
    expect(given).toEqual([hostile, [hostile, 'b']]);
  });
});

describe('a read', () => {
  it('takes every column where none is chosen, and the chosen ones where some are', () => {
    expect(rows('School', {}).sql).toBe(
      'select t0."id" as "id", t0."full_name" as "fullName" from "school" t0',
    );
    expect(rows('School', { select: { id: true, fullName: false } }).sql).toBe(
      'select t0."id" as "id" from "school" t0',
    );
  });

  it('orders, and takes a number of rows that is given, not written', () => {
    const orderBy = [{ bornOn: 'desc' }, { id: 'asc' }];
    const { sql, given } = rows('Student', { select: { id: true }, orderBy, take: 3 });
    expect(sql).toMatch(/ from "student" t0 order by t0."born_on" desc, t0."id" asc limit \$1$/);
    expect(given).toEqual([3]);
  });

  it('brings what it includes in the same statement', () => {
    const { sql } = rows('School', { select: { id: true, students: { select: { id: true } } } });
    expect(sql).toBe(
      'select t0."id" as "id", (select coalesce(json_agg(row_to_json(r0)), \'[]\') from ' +
        '(select t1."id" as "id" from "student" t1 where t1."school_id" = t0."id") r0) as "students" ' +
        'from "school" t0',
    );
  });

  it('has one text for one shape, whatever is asked for', () => {
    const textOf = (id: string) => rows('Student', { where: { id }, take: id.length }).sql;
    expect(textOf('a')).toBe(textOf('bcd'));
  });

  it('makes dates of what went through JSON as text, at every depth', () => {
    const { revive } = rows('School', { include: { students: { include: { school: true } } } });
    const row = { students: [{ bornOn: '2010-02-03', school: { fullName: '2010-02-03' } }] };
    revive(row);
    expect(row).toEqual({
      students: [{ bornOn: new Date('2010-02-03'), school: { fullName: '2010-02-03' } }],
    });
  });

  it('of a model that there is not is refused', () => {
    expect(() => rows('Teacher', {})).toThrow('There is no model "Teacher".');
  });
});

it.each([
  { name: 'MyCapPlan', snake: 'my_cap_plan' },
  { name: 'id', snake: 'id' },
  { name: 'dateOfBirth', snake: 'date_of_birth' },
  { name: 'toStage', snake: 'to_stage' },
])('$name is $snake in the database', ({ name, snake }) => {
  expect(snakeCase(name)).toBe(snake);
});
