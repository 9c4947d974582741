import { expect, it } from 'vitest';
import { ageOn } from '../../../subgraphs/placements/domain/age.ts';

it.each([
  ['2010-10-05', '2026-10-04', 15],
  ['2010-10-05', '2026-10-05', 16],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
])('who was born on %s is on %s %i years old', (born, day, age) => {
  expect(ageOn(born, day)).toBe(age);
});
