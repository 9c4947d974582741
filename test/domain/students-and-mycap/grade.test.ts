import { expect, it } from 'vitest';
import { cohortOf, isGrade, servedAs } from '../../../subgraphs/students-and-mycap/domain/grade.ts';

it.each([
  { grade: 5, is: false },
  { grade: 6, is: true },
  { grade: 12, is: true },
  { grade: 13, is: true },
  { grade: 14, is: false },
])('grade $grade is kept: $is', ({ grade, is }) => {
  expect(isGrade(grade)).toBe(is);
});

it('who is beyond grade 12 is served where grade 12 is', () => {
  expect([11, 12, 13].map(servedAs)).toEqual([11, 12, 12]);
});

it.each([
  { grade: 12, day: '2026-08-31', cohort: 2026 },
  { grade: 12, day: '2026-09-01', cohort: 2027 },
  { grade: 12, day: '2027-06-10', cohort: 2027 },
  { grade: 9, day: '2026-09-01', cohort: 2030 },
  { grade: 6, day: '2026-01-15', cohort: 2032 },
  { grade: 13, day: '2026-09-01', cohort: 2027 },
])('in grade $grade on $day one graduates in $cohort', ({ grade, day, cohort }) => {
  expect(cohortOf(grade, day)).toBe(cohort);
});
