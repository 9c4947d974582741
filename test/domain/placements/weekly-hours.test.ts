import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../subgraphs/placements/domain/days.ts';
import { weeklyMinutesCap } from '../../../subgraphs/placements/domain/minor-hours.ts';
import {
  besideIt,
  type Job,
  weeklyHours,
} from '../../../subgraphs/placements/domain/weekly-hours.ts';

const FIFTEEN_IN_FEBRUARY = '2011-06-01';
const job = (start: string, end: string | null, hours: number): Job => ({
  start,
  end,
  minutesPerWeek: hours * 60,
});

describe('hours a week', () => {
  it('of a 15-year-old in February are 18 at most', () => {
    const winter = (hours: number) => job('2027-02-08', '2027-03-26', hours);
    expect(weeklyHours(FIFTEEN_IN_FEBRUARY, winter(18))).toEqual({ status: 'fits' });
    expect(weeklyHours(FIFTEEN_IN_FEBRUARY, winter(20))).toEqual({
      status: 'too-many',
      day: '2027-02-08',
      minutes: 1_200,
      cap: 1_080,
    });
  });

  it('of a 14-year-old in summer may be 35', () => {
    expect(weeklyHours('2012-06-01', job('2026-07-06', '2026-08-14', 35))).toEqual({
      status: 'fits',
    });
  });

  it('that fit the summer may be too many once school begins', () => {
    expect(weeklyHours('2012-06-01', job('2026-07-06', '2026-09-30', 35))).toMatchObject({
      status: 'too-many',
      day: '2026-09-08',
    });
  });

  it('of jobs on the same days are added up, of one after the other they are not', () => {
    const first = job('2027-02-01', '2027-02-28', 10);
    const during = job('2027-02-28', '2027-03-31', 10);
    const after = job('2027-03-01', '2027-03-31', 10);
    expect(weeklyHours(FIFTEEN_IN_FEBRUARY, first, [during])).toMatchObject({ day: '2027-02-28' });
    expect(weeklyHours(FIFTEEN_IN_FEBRUARY, first, [after])).toEqual({ status: 'fits' });
    expect(besideIt(first, [during, after])).toEqual([during]);
    expect(besideIt(during, [job('2027-02-01', null, 1), first])).toHaveLength(2);
  });

  it('are too many exactly where a day can be found on which they are', () => {
    const day = fc.integer({ min: 0, max: 500 }).map((n) => addDays('2026-06-01', n));
    const jobs = fc
      .tuple(day, fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 30 }))
      .map(([start, length, hours]) => job(start, addDays(start, length), hours));
    const born = fc.integer({ min: 0, max: 2_000 }).map((n) => addDays('2008-01-01', n));
    fc.assert(
      fc.property(born, jobs, fc.array(jobs, { maxLength: 3 }), (bornOn, one, others) => {
        const isOver = Array.from({ length: 130 }, (_, n) => addDays(one.start, n))
          .filter((each) => each <= (one.end ?? ''))
          .some((each) => {
            const running = [one, ...others].filter(
              ({ start, end }) => start <= each && each <= (end ?? ''),
            );
            const sum = running.reduce(
              (minutes, { minutesPerWeek }) => minutes + minutesPerWeek,
              0,
            );
            return sum > (weeklyMinutesCap(bornOn, each) ?? Number.POSITIVE_INFINITY);
          });
        expect(weeklyHours(bornOn, one, others).status).toBe(isOver ? 'too-many' : 'fits');
      }),
    );
  });
});
