import { describe, expect, it } from 'vitest';
import { opportunityFindings } from '../../../subgraphs/employers-and-sites/domain/opportunity-findings.ts';
import type { Terms } from '../../../subgraphs/employers-and-sites/domain/opportunity-terms.ts';
import { TERMS, THRESHOLDS } from './opportunity-terms.ts';

const findings = (terms: Partial<Terms>) =>
  opportunityFindings({ ...TERMS, ...terms }, THRESHOLDS).map(
    ({ rule, severity }) => `${severity} ${rule}`,
  );

describe('an opportunity', () => {
  it('of 35 hours for six weeks with 40 slots has nothing to find', () => {
    expect(findings({})).toEqual([]);
  });

  it.each([
    { what: 'is one day', terms: { endDate: TERMS.startDate, plannedMinutes: null } },
    { what: 'has one slot', terms: { slots: 1 } },
    { what: 'is an unpaid internship for credit', terms: unpaid({ creditBearing: true }) },
    { what: 'is an unpaid capstone', terms: unpaid({ wblType: 'CAPSTONE' }) },
    { what: 'is cooperative education for a stipend', terms: stipend('COOPERATIVE_EDUCATION') },
    { what: 'is an internship for a stipend', terms: stipend('INTERNSHIP') },
    {
      what: 'is a pre-apprenticeship with a partner',
      terms: {
        wblType: 'PRE_APPRENTICESHIP',
        registeredApprenticeshipPartner: 'Kettlehole Electricians (demo)',
      } as const,
    },
    { what: 'says no hours', terms: { minutesPerWeek: null, plannedMinutes: null } },
  ])('that $what has nothing to find', ({ terms }) => {
    expect(findings(terms)).toEqual([]);
  });

  it.each([
    { rule: 'ENDS_BEFORE_START', terms: { endDate: '2026-07-05', plannedMinutes: null } },
    { rule: 'NO_SLOTS', terms: { slots: 0 } },
    { rule: 'COOP_MUST_BE_PAID', terms: unpaid({ wblType: 'COOPERATIVE_EDUCATION' }) },
    { rule: 'PAID_OR_CREDIT', terms: unpaid({}) },
    { rule: 'PAID_OR_CREDIT', terms: unpaid({ wblType: 'CLINICAL_PRACTICUM' }) },
    { rule: 'RA_PARTNER_REQUIRED', terms: { wblType: 'PRE_APPRENTICESHIP' } as const },
    { rule: 'WAGE_WITHOUT_PAY', terms: { pay: 'STIPEND' } as const },
    {
      rule: 'WAGE_WITHOUT_PAY',
      terms: { pay: 'UNPAID', wblType: 'CAPSTONE' } as const,
    },
  ])('cannot break $rule', ({ rule, terms }) => {
    expect(findings(terms)).toEqual([`BLOCKING ${rule}`]);
  });

  it('is told everything at once, what blocks first', () => {
    const terms = unpaid({ wblType: 'COOPERATIVE_EDUCATION', slots: 0, plannedMinutes: 60 });
    expect(findings(terms)).toEqual([
      'BLOCKING NO_SLOTS',
      'BLOCKING COOP_MUST_BE_PAID',
      'WARNING PLANNED_HOURS',
    ]);
  });
});

describe('planned hours', () => {
  const sixWeeks = { endDate: '2026-08-16' };

  it.each([
    { hours: 188.9, found: true },
    { hours: 189, found: false },
    { hours: 210, found: false },
    { hours: 231, found: false },
    { hours: 231.1, found: true },
  ])('of $hours for 35 a week over 42 days are found wrong: $found', ({ hours, found }) => {
    const terms = { ...sixWeeks, plannedMinutes: hours * 60 };
    expect(findings(terms)).toEqual(found ? ['WARNING PLANNED_HOURS'] : []);
  });

  it.each([
    { hours: 99.99, found: true },
    { hours: 100, found: false },
  ])('of $hours do not count as work-based learning: $found', ({ hours, found }) => {
    const minutes = Math.floor(hours * 60);
    const terms = { plannedMinutes: minutes, minutesPerWeek: minutes / 6 };
    expect(findings(terms)).toEqual(found ? ['WARNING MIN_100_HOURS'] : []);
    expect(findings({ ...terms, wblType: 'PART_TIME_EMPLOYMENT' })).toEqual([]);
  });
});

describe('a wage', () => {
  it.each([
    { day: '2026-07-06', cents: 1_499, found: true },
    { day: '2026-07-06', cents: 1_500, found: false },
    { day: '2022-12-31', cents: 1_425, found: false },
    { day: '2022-12-31', cents: 1_424, found: true },
    { day: '2023-01-01', cents: 1_425, found: true },
    { day: '2021-12-31', cents: 1, found: false },
  ])('of $cents cents on $day is under the minimum: $found', ({ day, cents, found }) => {
    const terms = { startDate: day, hourlyWageCents: cents, plannedMinutes: null };
    expect(findings(terms)).toEqual(found ? ['WARNING MINIMUM_WAGE'] : []);
  });
});

function unpaid(terms: Partial<Terms>): Partial<Terms> {
  return { pay: 'UNPAID', hourlyWageCents: null, ...terms };
}

function stipend(wblType: Terms['wblType']): Partial<Terms> {
  return { wblType, pay: 'STIPEND', hourlyWageCents: null };
}
