import { describe, expect, it } from 'vitest';
import {
  blockerOf,
  COMPLIANCE_RULES,
  complianceFindings,
} from '../../../subgraphs/placements/domain/compliance/findings.ts';
import type { PlacementFacts } from '../../../subgraphs/placements/domain/compliance/placement-facts.ts';

/** A paid internship of a 17-year-old that is under way, with nothing to complain about. */
const SOUND: PlacementFacts = {
  status: 'ACTIVE',
  wblType: 'INTERNSHIP',
  pay: 'EMPLOYER_PAID',
  creditBearing: false,
  start: '2026-09-14',
  end: '2027-01-29',
  minutesPerWeek: 600,
  plannedMinutes: 9_000,
  loggedMinutes: 1_800,
  registeredApprenticeshipPartner: null,
  employerLed: false,
  externalClient: false,
  workPermitOnFile: true,
  bornOn: '2009-09-01',
  site: { status: 'ACTIVE' },
  plan: { version: 'CURRENT', jobDescription: 'Greets patients.', careerSkills: 3 },
  reviews: ['BASELINE'],
  longDays: [],
  consent: { status: 'given' },
  today: '2026-10-05',
};
const seen = (facts: Partial<PlacementFacts>) =>
  complianceFindings({ ...SOUND, ...facts }).map(({ rule, severity }) => `${severity} ${rule}`);
const at = (status: PlacementFacts['status'], facts: Partial<PlacementFacts> = {}) =>
  seen({ status, ...facts });

it('a sound placement has no findings', () => {
  expect(complianceFindings(SOUND)).toEqual([]);
});

describe('broken', () => {
  it.each<[string, Partial<PlacementFacts>]>([
    ['BLOCKING MIN_AGE_14', { bornOn: '2012-09-15', pay: 'UNPAID', creditBearing: true }],
    ['BLOCKING COOP_MUST_BE_PAID', { wblType: 'COOPERATIVE_EDUCATION', pay: 'UNPAID' }],
    ['BLOCKING PAID_OR_CREDIT', { pay: 'UNPAID' }],
    ['BLOCKING PAID_OR_CREDIT', { wblType: 'CLINICAL_PRACTICUM', pay: 'UNPAID' }],
    ['BLOCKING RA_PARTNER_REQUIRED', { wblType: 'PRE_APPRENTICESHIP' }],
    [
      'BLOCKING RA_PARTNER_REQUIRED',
      { wblType: 'PRE_APPRENTICESHIP', registeredApprenticeshipPartner: ' ' },
    ],
    ['BLOCKING EXTERNAL_CLIENT_REQUIRED', { wblType: 'SIMULATION' }],
    ['BLOCKING EMPLOYER_LED_REQUIRED', { wblType: 'CAPSTONE' }],
    ['WARNING MIN_100_HOURS', { plannedMinutes: 5_999 }],
    ['BLOCKING CONSENT_MISSING', { consent: { status: 'missing' } }],
    ['BLOCKING CONSENT_MISSING', { consent: { status: 'revoked', on: '2026-10-01' } }],
    ['BLOCKING SITE_NOT_ACTIVE', { site: { status: 'PAUSED' } }],
    ['BLOCKING SITE_NOT_ACTIVE', { site: { status: null } }],
    ['BLOCKING SITE_NOT_ACTIVE', { site: null }],
    ['BLOCKING WORK_PERMIT_REQUIRED', { workPermitOnFile: false }],
    ['BLOCKING MINOR_HOURS_LIMIT', { minutesPerWeek: 2_881 }],
    ['BLOCKING MINOR_HOURS_LIMIT', { longDays: [{ day: '2026-10-01', minutes: 541 }] }],
    ['BLOCKING WBLP_REQUIRED', { plan: null }],
    ['BLOCKING TWO_REVIEWS_REQUIRED', { reviews: [] }],
    ['BLOCKING TWO_REVIEWS_REQUIRED', { today: '2027-01-15' }],
  ])('%s by %j', (finding, facts) => {
    expect(seen(facts)).toEqual([finding]);
  });

  it('cooperative education of a 15-year-old breaks its age', () => {
    const coop = { wblType: 'COOPERATIVE_EDUCATION', bornOn: '2010-09-15' } as const;
    expect(seen(coop)).toEqual(['BLOCKING COOP_MIN_AGE_16']);
    expect(seen({ ...coop, bornOn: '2010-09-14' })).toEqual([]);
  });

  it.each<[string, Partial<PlacementFacts>]>([
    ['an unpaid internship that bears credit', { pay: 'UNPAID', creditBearing: true }],
    ['an internship with exactly 100 hours', { plannedMinutes: 6_000 }],
    ['a simulation that an employer leads', { wblType: 'SIMULATION', employerLed: true }],
    ['a simulation for clients', { wblType: 'SIMULATION', externalClient: true }],
    ['an adult without a permit', { workPermitOnFile: false, bornOn: '2008-09-14' }],
    ['who turned 18 meanwhile', { workPermitOnFile: false, bornOn: '2008-10-05' }],
    [
      'a capstone without a permit',
      { wblType: 'CAPSTONE', employerLed: true, workPermitOnFile: false },
    ],
    [
      'an unpaid capstone of 50 hours a week',
      { wblType: 'CAPSTONE', employerLed: true, minutesPerWeek: 3_000 },
    ],
    ['nine hours on one day at 17', { longDays: [{ day: '2026-10-01', minutes: 540 }] }],
    ['an enterprise without a site', { wblType: 'ENTREPRENEURIAL_ENTERPRISE', site: null }],
    ['a final review that is not due', { today: '2027-01-14' }],
    [
      'a student who is not known yet',
      { bornOn: null, workPermitOnFile: false, minutesPerWeek: 6_000 },
    ],
    [
      'a plan of 2005 with one career skill',
      { plan: { version: 'LEGACY_2005', jobDescription: 'x', careerSkills: 1 } },
    ],
  ])('nothing by %s', (_what, facts) => {
    expect(seen(facts)).toEqual([]);
  });
});

describe('a 15-year-old', () => {
  const young = { bornOn: '2011-06-01', start: '2027-02-08', end: '2027-04-02' } as const;
  it('offered 20 hours a week in February is found before it starts', () => {
    expect(at('PROPOSED', { ...young, minutesPerWeek: 1_200 })).toEqual([
      'BLOCKING MINOR_HOURS_LIMIT',
    ]);
    expect(at('PROPOSED', { ...young, minutesPerWeek: 1_080 })).toEqual([]);
  });

  it('works 35 hours a week in summer without a finding', () => {
    const summer = { start: '2026-07-06', end: '2026-08-14', minutesPerWeek: 2_100 };
    expect(at('PROPOSED', { ...young, ...summer })).toEqual([]);
  });

  it('is told no age in what is found', () => {
    const [finding] = complianceFindings({
      ...SOUND,
      ...young,
      minutesPerWeek: 1_200,
      status: 'PROPOSED',
    });
    expect(finding?.message).toBe(
      '20 hours a week are more than the 18 that the law allows the student in the week of 2027-02-08.',
    );
  });
});

describe('what is seen', () => {
  const BROKEN: Partial<PlacementFacts> = {
    pay: 'UNPAID',
    site: { status: 'VETTING' },
    plan: null,
    reviews: [],
    consent: { status: 'missing' },
    plannedMinutes: 60,
  };

  it.each<[PlacementFacts['status'], readonly string[]]>([
    ['PROPOSED', ['PAID_OR_CREDIT', 'MIN_100_HOURS']],
    ['MATCHED', ['PAID_OR_CREDIT', 'MIN_100_HOURS', 'SITE_NOT_ACTIVE']],
    [
      'APPROVED',
      ['PAID_OR_CREDIT', 'MIN_100_HOURS', 'CONSENT_MISSING', 'SITE_NOT_ACTIVE', 'WBLP_REQUIRED'],
    ],
    [
      'ACTIVE',
      [
        'PAID_OR_CREDIT',
        'MIN_100_HOURS',
        'CONSENT_MISSING',
        'SITE_NOT_ACTIVE',
        'WBLP_REQUIRED',
        'TWO_REVIEWS_REQUIRED',
      ],
    ],
    ['COMPLETED', ['PAID_OR_CREDIT', 'MIN_100_HOURS', 'TWO_REVIEWS_REQUIRED']],
    ['ENDED_EARLY', ['PAID_OR_CREDIT', 'MIN_100_HOURS']],
    ['WITHDRAWN', []],
    ['DECLINED', []],
  ])('of one that is %s is what matters there', (status, rules) => {
    const found = complianceFindings({ ...SOUND, ...BROKEN, status });
    expect(found.map(({ rule }) => rule)).toEqual(rules);
  });

  it('of one that is completed is what was logged, not what was planned', () => {
    const reviews = ['BASELINE', 'FINAL'] as const;
    expect(at('COMPLETED', { reviews, loggedMinutes: 5_999 })).toEqual(['WARNING MIN_100_HOURS']);
    expect(at('COMPLETED', { reviews, loggedMinutes: 6_000, plannedMinutes: 0 })).toEqual([]);
  });
});

describe('what blocks', () => {
  it.each<[PlacementFacts['status'], Partial<PlacementFacts>, string]>([
    ['PROPOSED', { bornOn: '2013-01-01' }, 'MIN_AGE_14'],
    ['APPROVED', { pay: 'UNPAID' }, 'PAID_OR_CREDIT'],
    ['ACTIVE', { pay: 'UNPAID' }, 'PAID_OR_CREDIT'],
    ['ACTIVE', { plan: null }, 'WBLP_REQUIRED'],
    ['ACTIVE', { consent: { status: 'missing' } }, 'CONSENT_MISSING'],
    ['COMPLETED', { reviews: ['BASELINE'] }, 'TWO_REVIEWS_REQUIRED'],
  ])('from %s on is %j: %s', (entering, facts, rule) => {
    expect(blockerOf({ ...SOUND, ...facts }, entering)).toMatchObject({ rule });
  });

  it('is not what only warns, nor what blocks a later step', () => {
    expect(blockerOf({ ...SOUND, plannedMinutes: 0 }, 'COMPLETED')).toMatchObject({
      rule: 'TWO_REVIEWS_REQUIRED',
    });
    expect(blockerOf({ ...SOUND, pay: 'UNPAID', plan: null }, 'MATCHED')).toBeNull();
  });
});

it('a finding says by which edition of its rule it was judged', () => {
  const found = complianceFindings({
    ...SOUND,
    plannedMinutes: 60,
    minutesPerWeek: 3_000,
    plan: null,
  });
  expect(found.map(({ rule, definitionVersion }) => [rule, definitionVersion])).toEqual([
    ['MIN_100_HOURS', '5s3-2026.1'],
    ['MINOR_HOURS_LIMIT', 'ma-youth-employment-2026.1'],
    ['WBLP_REQUIRED', 'wbl-placements-2026.1'],
  ]);
});

it('each rule stands once', () => {
  const names = COMPLIANCE_RULES.map(({ rule }) => rule);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toHaveLength(14);
});
