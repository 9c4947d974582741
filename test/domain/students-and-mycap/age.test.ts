import { expect, it } from 'vitest';
import { ageOn } from '../../../subgraphs/students-and-mycap/domain/age.ts';

it.each([
  { born: '2009-11-30', day: '2026-11-29', age: 16 },
  { born: '2009-11-30', day: '2026-11-30', age: 17 },
  { born: '2009-11-30', day: '2026-12-01', age: 17 },
  { born: '2008-02-29', day: '2026-02-28', age: 17 },
  { born: '2008-02-29', day: '2026-03-01', age: 18 },
  { born: '2026-10-05', day: '2026-10-05', age: 0 },
])('born on $born somebody is $age on $day', ({ born, day, age }) => {
  expect(ageOn(born, day)).toBe(age);
});
