import { describe, expect, it } from 'vitest';
import { annualConvening } from '../../../subgraphs/schools-and-network/domain/annual-convening.ts';

const open = (day: string) => ({ day, openToAllSchools: true });
const closed = (day: string) => ({ day, openToAllSchools: false });

describe('the annual convening, on 2026-11-05,', () => {
  it.each([
    { convenings: [], expected: { status: 'MISSING', day: null } },
    { convenings: [closed('2026-10-01')], expected: { status: 'MISSING', day: null } },
    { convenings: [open('2026-11-05')], expected: { status: 'HELD', day: '2026-11-05' } },
    { convenings: [open('2026-11-06')], expected: { status: 'SCHEDULED', day: '2026-11-06' } },
    {
      convenings: [open('2027-03-01'), closed('2026-09-01'), open('2026-10-01')],
      expected: { status: 'HELD', day: '2026-10-01' },
    },
  ])('is $expected.status with $convenings', ({ convenings, expected }) => {
    expect(annualConvening(convenings, '2026-11-05')).toEqual(expected);
  });
});
