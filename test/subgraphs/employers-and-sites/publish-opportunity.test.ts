import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeEmployer, makeOpportunity, makeProgram, makeSite } from './makers.ts';
import {
  ACTORS,
  BYSTANDERS,
  employerAt,
  FIFTY,
  OTHER_BOARD,
  openWriting,
  outcomesOf,
  refusalsOf,
} from './writing.ts';

const graph = openWriting();
const PUBLISH = `mutation ($input: PublishOpportunityInput!, $key: String) {
  publishOpportunity(input: $input, idempotencyKey: $key) {
    opportunity {
      id title wblType soc naics careerCluster demandRating demandSource startDate endDate
      hoursPerWeek plannedHours pay hourlyWage slots minimumAge status plainLanguageSummary
      creditBearing registeredApprenticeshipPartner technologySupport version
      programHost { id } program { id name } slotsRequest { requested }
    }
    findings { rule severity message definitionVersion }
  }
}`;
const PAUSE = `mutation ($input: PauseSiteInput!) { pauseSite(input: $input) { site { id } } }`;

/** Work from home with everything for it: up to 40 slots, 35 hours for six weeks. */
const LAB = {
  title: 'Learning lab internship',
  plainLanguageSummary: 'Experiments at home, with a kit that we send you.',
  wblType: 'INTERNSHIP',
  startDate: '2027-07-06',
  endDate: '2027-08-13',
  hoursPerWeek: 35,
  plannedHours: 210,
  pay: 'EMPLOYER_PAID',
  hourlyWage: 18.5,
  slots: 40,
};

let site: string;
beforeEach(async () => {
  site = await makeSite(graph.database());
});
const publish = (input: object = {}, as = ACTORS.BOARD_STAFF, key: string | null = null) =>
  graph.ask(PUBLISH, { as, key, input: { siteId: site, ...LAB, ...input } });
const published = () => graph.rows('select id from opportunity where site_id = $1', [site]);

describe('an opportunity', () => {
  it('is published with all that was said of it, open and with all its slots', async () => {
    const host = await makeEmployer(graph.database());
    const program = await makeProgram(graph.database());
    const { data, errors } = await publish({
      soc: '19-4021',
      naics: '541714',
      demandRating: 'HIGH_WAGE_HIGH_DEMAND',
      demandSource: 'Labor market blueprint 2026 (demo)',
      minimumAge: 16,
      programHostId: host,
      programId: program,
      technologySupport: ['EQUIPMENT', 'CONNECTIVITY', 'AT_HOME_KIT'],
    });
    expect(errors).toBeUndefined();
    const [row] = await published();
    expect(data).toEqual({
      publishOpportunity: {
        opportunity: {
          ...LAB,
          id: row?.id,
          soc: '19-4021',
          naics: '541714',
          careerCluster: 'SCIENCE_AND_ENGINEERING',
          demandRating: 'HIGH_WAGE_HIGH_DEMAND',
          demandSource: 'Labor market blueprint 2026 (demo)',
          minimumAge: 16,
          status: 'OPEN',
          creditBearing: false,
          registeredApprenticeshipPartner: null,
          technologySupport: ['EQUIPMENT', 'CONNECTIVITY', 'AT_HOME_KIT'],
          version: 1,
          programHost: { id: host },
          program: { id: program, name: 'A Summer Worth Having (demo)' },
          slotsRequest: null,
        },
        findings: [],
      },
    });
  });

  it("in a host's program has that host, but where the host's own site offers it", async () => {
    const host = await makeEmployer(graph.database());
    const programId = await makeProgram(graph.database(), { host_id: host });
    const { data } = await publish({ programId });
    expect(data).toMatchObject({
      publishOpportunity: { opportunity: { programHost: { id: host } } },
    });
    site = await makeSite(graph.database(), { employer_id: host });
    const own = await publish({ programId });
    expect(own.data).toMatchObject({ publishOpportunity: { opportunity: { programHost: null } } });
  });

  it('is published by the employer of its site, unrated', async () => {
    const { data, errors } = await publish({}, employerAt(site));
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      publishOpportunity: { opportunity: { demandRating: 'UNRATED' } },
    });
  });

  it('is not rated by who advertises it', async () => {
    const rated = { demandRating: 'HIGH_WAGE_HIGH_DEMAND' };
    expect(refusalsOf(await publish(rated, employerAt(site)))).toEqual(['FORBIDDEN']);
  });

  it('is published once under one key', async () => {
    const first = await publish({}, ACTORS.BOARD_STAFF, 'once');
    expect(await publish({}, ACTORS.BOARD_STAFF, 'once')).toEqual(first);
    expect(refusalsOf(await publish({ slots: 3 }, ACTORS.BOARD_STAFF, 'once'))).toEqual([
      'CONFLICT',
    ]);
    expect(await published()).toHaveLength(1);
  });

  it.each([
    { what: 'hours that do not add up', input: { plannedHours: 300 }, rule: 'PLANNED_HOURS' },
    {
      what: 'fewer hours than count',
      input: { plannedHours: 60, hoursPerWeek: 10 },
      rule: 'MIN_100_HOURS',
    },
    { what: 'a wage under the minimum', input: { hourlyWage: 14.99 }, rule: 'MINIMUM_WAGE' },
  ])('with $what is published, with a warning', async ({ input, rule }) => {
    const { data, errors } = await publish(input);
    expect(errors).toBeUndefined();
    const [row] = await published();
    const finding = { rule, severity: 'WARNING', definitionVersion: 'opportunities-2026.1' };
    expect(data).toMatchObject({ publishOpportunity: { findings: [finding] } });
    const query = 'query ($id: ID!) { opportunity(id: $id) { findings { rule severity } } }';
    expect(await graph.ask(query, { as: ACTORS.SCHOOL_STAFF, id: row?.id })).toEqual({
      data: { opportunity: { findings: [{ rule, severity: 'WARNING' }] } },
    });
  });

  it('says what its rules found to staff, not to students', async () => {
    const id = await makeOpportunity(graph.database(), site);
    const query = 'query ($id: ID!) { opportunity(id: $id) { findings { rule } } }';
    expect(refusalsOf(await graph.ask(query, { as: ACTORS.STUDENT, id }))).toEqual([
      'FORBIDDEN_FIELD',
    ]);
  });
});

describe('nothing is published', () => {
  it.each([
    {
      what: 'that ends before it starts',
      input: { endDate: '2027-07-05' },
      rule: 'ENDS_BEFORE_START',
    },
    { what: 'without slots', input: { slots: 0 }, rule: 'NO_SLOTS' },
    { what: 'with fewer slots than none', input: { slots: -1 }, rule: 'NO_SLOTS' },
    {
      what: 'as unpaid cooperative education',
      input: { wblType: 'COOPERATIVE_EDUCATION', pay: 'UNPAID', hourlyWage: null },
      rule: 'COOP_MUST_BE_PAID',
    },
    {
      what: 'as a pre-apprenticeship without a partner',
      input: { wblType: 'PRE_APPRENTICESHIP' },
      rule: 'RA_PARTNER_REQUIRED',
    },
    {
      what: 'as an internship neither paid nor for credit',
      input: { pay: 'UNPAID', hourlyWage: null },
      rule: 'PAID_OR_CREDIT',
    },
    {
      what: 'as a practicum neither paid nor for credit',
      input: { wblType: 'CLINICAL_PRACTICUM', pay: 'UNPAID', hourlyWage: null },
      rule: 'PAID_OR_CREDIT',
    },
    { what: 'with a wage nobody pays', input: { pay: 'STIPEND' }, rule: 'WAGE_WITHOUT_PAY' },
  ])('$what: that breaks $rule', async ({ input, rule }) => {
    const { data, errors } = await publish(input);
    expect(data).toEqual({ publishOpportunity: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ rule, code: 'RULE_VIOLATED' }]);
    expect(await published()).toEqual([]);
  });

  it.each(['PROSPECT', 'CONTACTED', 'VETTING', 'ORIENTATION', 'PAUSED', 'RETIRED'])(
    'at a site that is %s',
    async (status) => {
      site = await makeSite(graph.database(), { onboarding_status: status });
      expect(refusalsOf(await publish())).toEqual(['RULE_VIOLATED SITE_NOT_ACTIVE']);
    },
  );

  it.each([
    { what: 'without a summary', input: { plainLanguageSummary: null }, code: 'BAD_USER_INPUT' },
    { what: 'with a blank summary', input: { plainLanguageSummary: ' ' }, code: 'BAD_USER_INPUT' },
    { what: 'of no hours', input: { hoursPerWeek: 0 }, code: 'BAD_USER_INPUT' },
    { what: 'of more hours than a week has', input: { hoursPerWeek: 169 }, code: 'BAD_USER_INPUT' },
    { what: 'for a negative wage', input: { hourlyWage: -1 }, code: 'BAD_USER_INPUT' },
    { what: 'for children', input: { minimumAge: 13 }, code: 'BAD_USER_INPUT' },
    { what: 'with a thousand slots', input: { slots: 1_000 }, code: 'BAD_USER_INPUT' },
    { what: 'at no site', input: { siteId: randomUUID() }, code: 'NOT_FOUND' },
    { what: 'for a host that is none', input: { programHostId: randomUUID() }, code: 'NOT_FOUND' },
    { what: 'in a program that is none', input: { programId: 'x' }, code: 'NOT_FOUND' },
    { what: 'with an occupation that is none', input: { soc: '19' }, code: 'BAD_USER_INPUT' },
  ])('$what', async ({ input, code }) => {
    expect(refusalsOf(await publish(input))).toEqual([code]);
    expect(await published()).toEqual([]);
  });

  it.each([
    ...BYSTANDERS.map((role) => ({ who: role as string, actor: ACTORS[role] })),
    { who: "another region's board", actor: OTHER_BOARD },
    { who: "another site's employer", actor: employerAt(randomUUID()) },
  ])('by $who', async ({ actor }) => {
    expect(refusalsOf(await publish({}, actor))).toEqual(['FORBIDDEN']);
    expect(await published()).toEqual([]);
  });

  it.each([
    ['opportunity_ends_after_start', { end_date: '2026-07-05' }],
    ['opportunity_has_slots', { slots: 0 }],
    ['opportunity_within_slots', { filled: 4 }],
    ['opportunity_co_op_is_paid', { wbl_type: 'COOPERATIVE_EDUCATION', pay: 'UNPAID' }],
    ['opportunity_paid_or_credit', { pay: 'UNPAID' }],
    ['opportunity_apprenticeship_partner', { wbl_type: 'PRE_APPRENTICESHIP' }],
  ])('that breaks %s in the database, whoever writes', async (constraint, columns) => {
    await expect(makeOpportunity(graph.database(), site, columns)).rejects.toThrow(constraint);
  });
});

it('fifty who publish while a site is paused all do so before, or are refused', async () => {
  const pause = () =>
    graph.ask(PAUSE, { as: ACTORS.BOARD_STAFF, input: { siteId: site, expectedVersion: 1 } });
  const answers = await Promise.all(
    FIFTY.map(async (n) => (n === 10 ? { errors: (await pause()).errors ?? [] } : publish())),
  );
  const outcomes = outcomesOf(answers.filter((_, n) => n !== 10));
  const done = outcomes.done ?? 0;
  expect(done + (outcomes['RULE_VIOLATED SITE_NOT_ACTIVE'] ?? 0)).toBe(49);
  expect(await published()).toHaveLength(done);
  expect(refusalsOf(await publish())).toEqual(['RULE_VIOLATED SITE_NOT_ACTIVE']);
});
