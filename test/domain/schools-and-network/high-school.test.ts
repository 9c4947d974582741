import { expect, it } from 'vitest';
import { isHighSchool } from '../../../subgraphs/schools-and-network/domain/high-school.ts';

it.each([
  { grades: [9, 10, 11, 12], is: true },
  { grades: [6, 7, 8], is: false },
  { grades: [8, 9], is: true },
  { grades: [12], is: true },
  { grades: [], is: false },
])('a school with grades $grades is a high school: $is', ({ grades, is }) => {
  expect(isHighSchool(grades)).toBe(is);
});
