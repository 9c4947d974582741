import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isInForce,
  revocationFit,
  termFit,
} from '../../../subgraphs/students-and-mycap/domain/consent-term.ts';

const TODAY = '2026-10-05';
const TERM = { grantedOn: '2026-09-01', expiresOn: '2027-07-01', revokedOn: null };

describe('a consent is in force', () => {
  it.each([
    { day: '2026-08-31', is: false },
    { day: '2026-09-01', is: true },
    { day: '2027-06-30', is: true },
    { day: '2027-07-01', is: false },
  ])('on $day: $is', ({ day, is }) => {
    expect(isInForce(TERM, day)).toBe(is);
  });

  it('not any more on the day of its revocation', () => {
    const revoked = { ...TERM, revokedOn: '2026-10-05' };
    expect(isInForce(revoked, '2026-10-04')).toBe(true);
    expect(isInForce(revoked, '2026-10-05')).toBe(false);
  });

  it('on one stretch of days, which a revocation only shortens', () => {
    const day = fc
      .integer({ min: 20_000, max: 20_400 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, day, (grantedOn, expiresOn, revokedOn, at) => {
        const open = { grantedOn, expiresOn, revokedOn: null };
        const inForce = isInForce({ ...open, revokedOn }, at);
        if (inForce) expect(isInForce(open, at)).toBe(true);
        expect(isInForce(open, at)).toBe(grantedOn <= at && at < expiresOn);
        if (at >= revokedOn) expect(inForce).toBe(false);
      }),
    );
  });
});

describe('a consent can be granted', () => {
  it.each([
    { grantedOn: '2026-10-06', expiresOn: '2027-07-01', status: 'granted-in-the-future' },
    { grantedOn: '2026-10-05', expiresOn: '2026-10-05', status: 'expires-with-its-grant' },
    { grantedOn: '2026-10-05', expiresOn: '2026-10-04', status: 'expires-with-its-grant' },
    { grantedOn: '2026-09-01', expiresOn: '2026-10-05', status: 'expired-already' },
    { grantedOn: '2026-10-05', expiresOn: '2026-10-06', status: 'fits' },
    { grantedOn: '2026-09-01', expiresOn: '2026-10-06', status: 'fits' },
  ])('from $grantedOn to $expiresOn: $status', ({ grantedOn, expiresOn, status }) => {
    expect(termFit(grantedOn, expiresOn, TODAY)).toMatchObject({ status });
  });
});

describe('a consent can be revoked', () => {
  it.each([
    { what: 'in force', term: TERM, status: 'fits' },
    { what: 'revoked', term: { ...TERM, revokedOn: '2026-09-30' }, status: 'revoked-already' },
    { what: 'expired', term: { ...TERM, expiresOn: TODAY }, status: 'expired-already' },
    { what: 'in its last day', term: { ...TERM, expiresOn: '2026-10-06' }, status: 'fits' },
  ])('while it is $what: $status', ({ term, status }) => {
    expect(revocationFit(term, TODAY)).toMatchObject({ status });
  });
});
