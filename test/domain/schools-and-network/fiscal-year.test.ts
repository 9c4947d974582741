import { describe, expect, it } from 'vitest';
import {
  daysOfFiscalYear,
  fiscalYearOf,
} from '../../../subgraphs/schools-and-network/domain/fiscal-year.ts';

describe('a fiscal year', () => {
  it.each([
    { day: '2026-06-30', expected: 2026 },
    { day: '2026-07-01', expected: 2027 },
    { day: '2026-12-31', expected: 2027 },
    { day: '2027-01-01', expected: 2027 },
    { day: '2027-06-30', expected: 2027 },
    { day: '2027-07-01', expected: 2028 },
  ])('of $day is $expected', ({ day, expected }) => {
    expect(fiscalYearOf(day)).toBe(expected);
  });

  it('is from July 1 to June 30 of the year that names it', () => {
    expect(daysOfFiscalYear(2027)).toEqual({ first: '2026-07-01', last: '2027-06-30' });
  });

  it.each([2026, 2027, 2028])('%i holds its first and its last day', (fiscalYear) => {
    const { first, last } = daysOfFiscalYear(fiscalYear);
    expect([fiscalYearOf(first), fiscalYearOf(last)]).toEqual([fiscalYear, fiscalYear]);
  });
});
