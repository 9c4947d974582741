import { expect, it } from 'vitest';
import { isEmployment } from '../../../subgraphs/placements/domain/employment.ts';

it.each([
  ['COOPERATIVE_EDUCATION', 'UNPAID', true],
  ['PART_TIME_EMPLOYMENT', 'UNPAID', true],
  ['INTERNSHIP', 'EMPLOYER_PAID', true],
  ['INTERNSHIP', 'SUBSIDIZED', true],
  ['INTERNSHIP', 'STIPEND', false],
  ['INTERNSHIP', 'UNPAID', false],
  ['CLINICAL_PRACTICUM', 'EMPLOYER_PAID', true],
  ['PRE_APPRENTICESHIP', 'EMPLOYER_PAID', true],
  ['CAPSTONE', 'EMPLOYER_PAID', false],
  ['SIMULATION', 'EMPLOYER_PAID', false],
  ['ENTREPRENEURIAL_ENTERPRISE', 'EMPLOYER_PAID', false],
] as const)('%s that is %s is employment: %s', (wblType, pay, expected) => {
  expect(isEmployment({ wblType, pay })).toBe(expected);
});
