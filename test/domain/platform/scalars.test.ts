import { type GraphQLScalarType, parseValue as parseLiteral } from 'graphql';
import { describe, expect, it } from 'vitest';
import { SCALARS } from '../../../platform/graphql/scalars.ts';

const BAD_INPUT = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });
const fromVariable = (scalar: GraphQLScalarType, value: unknown) => scalar.parseValue(value);
const fromDocument = (scalar: GraphQLScalarType, value: unknown) =>
  scalar.parseLiteral(parseLiteral(JSON.stringify(value)), {});

type Name = keyof typeof SCALARS;
const ACCEPTED: readonly { name: Name; value: unknown; read: unknown }[] = [
  { name: 'Date', value: '2026-09-01', read: new Date('2026-09-01T00:00:00Z') },
  { name: 'Date', value: '2028-02-29', read: new Date('2028-02-29T00:00:00Z') },
  { name: 'DateTime', value: '2026-09-01T12:00:00Z', read: new Date('2026-09-01T12:00:00Z') },
  { name: 'DateTime', value: '2026-09-01T12:00:00-04:00', read: new Date('2026-09-01T16:00:00Z') },
  { name: 'Decimal', value: 37.5, read: 37.5 },
  { name: 'Decimal', value: -3, read: -3 },
  { name: 'FiscalYear', value: 1998, read: 1998 },
  { name: 'FiscalYear', value: 2100, read: 2100 },
  { name: 'DeseOrgCode', value: '00350010', read: '00350010' },
  { name: 'Sasid', value: '9900000001', read: '9900000001' },
  { name: 'NaicsCode', value: '62', read: '62' },
  { name: 'NaicsCode', value: '621111', read: '621111' },
  { name: 'SocCode', value: '29-1141', read: '29-1141' },
  { name: 'SocCode', value: '29-1141.04', read: '29-1141.04' },
  { name: 'CipCode', value: '51.3801', read: '51.3801' },
];
const REFUSED: readonly { name: Name; value: unknown }[] = [
  { name: 'Date', value: '2026-02-30' },
  { name: 'Date', value: '2027-02-29' },
  { name: 'Date', value: '2026-13-01' },
  { name: 'Date', value: '2026-9-1' },
  { name: 'Date', value: '2026-09-01T00:00:00Z' },
  { name: 'Date', value: '0000-01-01' },
  { name: 'Date', value: 'today' },
  { name: 'Date', value: 20260901 },
  { name: 'DateTime', value: '2026-09-01' },
  { name: 'DateTime', value: '2026-09-01T12:00:00' },
  { name: 'DateTime', value: '2026-09-01T25:00:00Z' },
  { name: 'Decimal', value: '37.5' },
  { name: 'Decimal', value: true },
  { name: 'FiscalYear', value: 1997 },
  { name: 'FiscalYear', value: 2101 },
  { name: 'FiscalYear', value: 2026.5 },
  { name: 'FiscalYear', value: '2027' },
  { name: 'DeseOrgCode', value: '9035001' },
  { name: 'DeseOrgCode', value: '903500100' },
  { name: 'DeseOrgCode', value: 90350010 },
  { name: 'DeseOrgCode', value: '90350010\n' },
  { name: 'Sasid', value: '990000000' },
  { name: 'NaicsCode', value: '6' },
  { name: 'NaicsCode', value: '6211111' },
  { name: 'SocCode', value: '29-114' },
  { name: 'CipCode', value: '513801' },
];

describe('a scalar in', () => {
  it.each(ACCEPTED)('$name reads $value', ({ name, value, read }) => {
    expect(fromVariable(SCALARS[name], value)).toEqual(read);
    expect(fromDocument(SCALARS[name], value)).toEqual(read);
  });

  it.each(REFUSED)('$name refuses $value', ({ name, value }) => {
    expect(() => fromVariable(SCALARS[name], value)).toThrow(BAD_INPUT);
    expect(() => fromDocument(SCALARS[name], value)).toThrow(BAD_INPUT);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('Decimal refuses %s', (value) => {
    expect(() => SCALARS.Decimal.parseValue(value)).toThrow(BAD_INPUT);
  });
});

describe('a scalar out', () => {
  it.each([
    { name: 'Date', value: new Date('2026-09-01'), written: '2026-09-01' },
    {
      name: 'DateTime',
      value: new Date('2026-09-01T12:00:00-04:00'),
      written: '2026-09-01T16:00:00.000Z',
    },
    { name: 'Decimal', value: 0.83, written: 0.83 },
    { name: 'FiscalYear', value: 2027, written: 2027 },
    { name: 'DeseOrgCode', value: '00350010', written: '00350010' },
  ] as const)('$name writes $written', ({ name, value, written }) => {
    expect(SCALARS[name].serialize(value)).toBe(written);
  });

  it('a date that is no Date is a bug', () => {
    expect(() => SCALARS.Date.serialize('2026-09-01')).toThrow(TypeError);
  });
});
