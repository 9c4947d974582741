import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../../subgraphs/placements/domain/days.ts';
import {
  daysOfFiscalYear,
  daysOfQuarter,
  fiscalYearOf,
  QUARTERS,
  quarterDueOn,
  quartersBegun,
} from '../../../subgraphs/placements/domain/fiscal-year.ts';

it.each([
  { quarter: 1, first: '2026-07-01', last: '2026-09-30', due: '2026-10-15' },
  { quarter: 2, first: '2026-10-01', last: '2026-12-31', due: '2027-01-15' },
  { quarter: 3, first: '2027-01-01', last: '2027-03-31', due: '2027-04-15' },
  { quarter: 4, first: '2027-04-01', last: '2027-06-30', due: '2027-07-15' },
] as const)('quarter $quarter of 2027 is due on $due', ({ quarter, first, last, due }) => {
  expect(daysOfQuarter(2027, quarter)).toEqual({ first, last });
  expect(quarterDueOn(2027, quarter)).toBe(due);
});

it.each([
  { today: '2026-06-30', begun: [] },
  { today: '2026-07-01', begun: [1] },
  { today: '2026-12-31', begun: [1, 2] },
  { today: '2027-04-01', begun: [1, 2, 3, 4] },
  { today: '2031-01-01', begun: [1, 2, 3, 4] },
])('on $today the quarters $begun of 2027 have begun', ({ today, begun }) => {
  expect(quartersBegun(2027, today)).toEqual(begun);
});

it('every day stands in one fiscal year and in one quarter of it', () => {
  const days = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1998-01-01', n));
  fc.assert(
    fc.property(days, (day) => {
      const year = fiscalYearOf(day);
      const { first, last } = daysOfFiscalYear(year);
      expect(first <= day && day <= last).toBe(true);
      expect([fiscalYearOf(first), fiscalYearOf(last)]).toEqual([year, year]);
      const holding = QUARTERS.filter((quarter) => {
        const within = daysOfQuarter(year, quarter);
        return within.first <= day && day <= within.last;
      });
      expect(holding).toHaveLength(1);
    }),
  );
});
