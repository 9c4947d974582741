import { describe, expect, it } from 'vitest';
import { agreementInForce } from '../../../subgraphs/schools-and-network/domain/agreement-in-force.ts';
import type { AgreementStatus } from '../../../subgraphs/schools-and-network/domain/agreement-state.ts';

const agreements = (statuses: readonly AgreementStatus[]) => statuses.map((status) => ({ status }));

describe('the agreement in force', () => {
  it.each<{ statuses: AgreementStatus[]; expected: AgreementStatus }>([
    { statuses: ['DRAFT', 'ACTIVE'], expected: 'ACTIVE' },
    { statuses: ['ACTIVE', 'TERMINATED'], expected: 'ACTIVE' },
    { statuses: ['DRAFT', 'PENDING_SIGNATURE'], expected: 'PENDING_SIGNATURE' },
    { statuses: ['TERMINATED', 'DRAFT'], expected: 'DRAFT' },
    { statuses: ['EXPIRED', 'TERMINATED'], expected: 'TERMINATED' },
    { statuses: ['EXPIRED'], expected: 'EXPIRED' },
  ])('of $statuses is the one that is $expected', ({ statuses, expected }) => {
    expect(agreementInForce(agreements(statuses))).toEqual({ status: expected });
  });

  it('of none is none', () => {
    expect(agreementInForce([])).toBeNull();
  });
});
