import { describe, expect, it } from 'vitest';
import {
  type Consent,
  consentState,
  isEligibleStudent,
  mayParentConsent,
} from '../../../subgraphs/placements/domain/consent.ts';

const TODAY = '2026-10-05';
const consent = (more: Partial<Consent> = {}): Consent => ({
  recipient: 'Example Labs',
  purpose: 'PLACEMENT',
  grantedOn: '2026-09-01',
  expiresOn: '2027-06-30',
  revokedOn: null,
  ...more,
});
const state = (consents: readonly Consent[], approvedOn: string | null = null) =>
  consentState({ consents, recipients: ['an-id', 'example labs'], approvedOn, today: TODAY });

describe('the consent of student or family', () => {
  it.each([
    { what: 'a live one that names the employer', consents: [consent()] },
    { what: 'one that names it by its id', consents: [consent({ recipient: 'an-id' })] },
    { what: 'one on its last day', consents: [consent({ expiresOn: '2026-10-06' })] },
    { what: 'one on its first day', consents: [consent({ grantedOn: TODAY })] },
    { what: 'one that is revoked tomorrow', consents: [consent({ revokedOn: '2026-10-06' })] },
    { what: 'one without an end', consents: [consent({ expiresOn: null })] },
    {
      what: 'a new one after a revoked one',
      consents: [consent({ revokedOn: '2026-09-09' }), consent()],
    },
  ])('is given by $what', ({ consents }) => {
    expect(state(consents)).toEqual({ status: 'given' });
  });

  it.each([
    { what: 'none', consents: [] },
    { what: 'one that expired', consents: [consent({ expiresOn: TODAY })] },
    { what: 'one that begins tomorrow', consents: [consent({ grantedOn: '2026-10-06' })] },
    { what: 'one for another purpose', consents: [consent({ purpose: 'RESEARCH' })] },
    { what: 'one for somebody else', consents: [consent({ recipient: 'Other Labs' })] },
  ])('is missing with $what, unless they approved', ({ consents }) => {
    expect(state(consents)).toEqual({ status: 'missing' });
    expect(state(consents, '2026-10-01')).toEqual({ status: 'given' });
  });

  it('is taken back by a revocation on the day of the approval or later, not before', () => {
    const revoked = [consent({ revokedOn: '2026-10-01' })];
    expect(state(revoked)).toEqual({ status: 'revoked', on: '2026-10-01' });
    expect(state(revoked, '2026-09-30')).toEqual({ status: 'revoked', on: '2026-10-01' });
    expect(state(revoked, '2026-10-01')).toEqual({ status: 'revoked', on: '2026-10-01' });
    expect(state(revoked, '2026-10-02')).toEqual({ status: 'given' });
  });
});

it.each([
  { born: '2012-10-05', grade: 8, eligible: true },
  { born: '2012-10-06', grade: 8, eligible: false },
  { born: '2012-10-06', grade: 9, eligible: true },
])(
  'born $born and in grade $grade is an eligible student: $eligible',
  ({ born, grade, eligible }) => {
    expect(isEligibleStudent(born, grade, TODAY)).toBe(eligible);
  },
);

it('a parent may consent until the eve of the 18th birthday', () => {
  expect(mayParentConsent('2008-10-06', TODAY)).toBe(true);
  expect(mayParentConsent('2008-10-05', TODAY)).toBe(false);
});
