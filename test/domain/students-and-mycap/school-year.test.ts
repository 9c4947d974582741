import { describe, expect, it } from 'vitest';
import {
  daysOfSchoolYear,
  readSchoolYear,
  schoolYearLabel,
  schoolYearOf,
} from '../../../subgraphs/students-and-mycap/domain/school-year.ts';

describe('a school year', () => {
  it.each([
    { day: '2026-08-31', year: 2026 },
    { day: '2026-09-01', year: 2027 },
    { day: '2027-01-01', year: 2027 },
  ])('of $day ends in $year', ({ day, year }) => {
    expect(schoolYearOf(day)).toBe(year);
  });

  it('is from September to August', () => {
    expect(daysOfSchoolYear(2027)).toEqual({ first: '2026-09-01', last: '2027-08-31' });
  });

  it('is written with both its years, one after the other', () => {
    expect(readSchoolYear(schoolYearLabel(2027))).toBe(2027);
    const wrong = ['2026-2028', '2027-2026', '2026-27', '2026', '2026-2027 ', ''];
    expect(wrong.map(readSchoolYear)).toEqual(wrong.map(() => null));
  });
});
