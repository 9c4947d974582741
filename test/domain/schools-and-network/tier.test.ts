import { describe, expect, it } from 'vitest';
import { tierIn } from '../../../subgraphs/schools-and-network/domain/tier.ts';

const OPEN = { member: false, partnerYears: [], closedOn: null };

describe("a school's tier in fiscal year 2027", () => {
  it.each([
    { school: {}, expected: 'NOT_IN_NETWORK' },
    { school: { member: true }, expected: 'MEMBER' },
    { school: { partnerYears: [2027] }, expected: 'PARTNER' },
    { school: { member: true, partnerYears: [2026, 2027] }, expected: 'PARTNER' },
    { school: { member: true, partnerYears: [2026] }, expected: 'MEMBER' },
    { school: { partnerYears: [2026, 2028] }, expected: 'NOT_IN_NETWORK' },
    {
      school: { member: true, partnerYears: [2027], closedOn: new Date('2026-07-01') },
      expected: 'NOT_IN_NETWORK',
    },
  ])('is $expected for $school', ({ school, expected }) => {
    expect(tierIn(2027, { ...OPEN, ...school })).toBe(expected);
  });
});
