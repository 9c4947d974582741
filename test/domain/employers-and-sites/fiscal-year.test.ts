import { expect, it } from 'vitest';
import { daysOfFiscalYear } from '../../../subgraphs/employers-and-sites/domain/fiscal-year.ts';

it('begins on July 1 of the year before the one that names it', () => {
  expect(daysOfFiscalYear(2027)).toEqual({ first: '2026-07-01', last: '2027-06-30' });
});
