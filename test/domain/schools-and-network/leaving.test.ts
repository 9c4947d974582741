import { expect, it } from 'vitest';
import { leavingPartner } from '../../../subgraphs/schools-and-network/domain/leaving.ts';

it.each([
  { partnerYears: [], rule: undefined },
  { partnerYears: [2026], rule: undefined },
  { partnerYears: [2026, 2027], rule: 'PARTNERSHIP_IN_FORCE' },
])('in fiscal year 2027 a partner of $partnerYears leaves: $rule', ({ partnerYears, rule }) => {
  expect(leavingPartner({ deseCode: '99010505', partnerYears }, 2027)?.rule).toBe(rule);
});
