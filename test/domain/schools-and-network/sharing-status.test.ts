import { describe, expect, it } from 'vitest';
import { sharingStatusOn } from '../../../subgraphs/schools-and-network/domain/sharing-status.ts';

const LAST_DAY = '2027-08-31';

describe('a data-sharing agreement', () => {
  it.each([
    { status: 'ACTIVE', today: '2027-08-31', expected: 'ACTIVE' },
    { status: 'ACTIVE', today: '2027-09-01', expected: 'EXPIRED' },
    { status: 'SUSPENDED', today: '2027-08-31', expected: 'SUSPENDED' },
    { status: 'SUSPENDED', today: '2027-09-01', expected: 'EXPIRED' },
    { status: 'DRAFT', today: '2027-09-01', expected: 'DRAFT' },
    { status: 'TERMINATED', today: '2027-09-01', expected: 'TERMINATED' },
  ] as const)('written $status is $expected on $today', ({ status, today, expected }) => {
    expect(sharingStatusOn(today, { status, lastDay: LAST_DAY })).toBe(expected);
  });
});
