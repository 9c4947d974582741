import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { BOARD_STAFF, openGraph } from './graph.ts';
import { makeEmployer, makeEvent, makeOpportunity, makeSite, makeSupervisor } from './makers.ts';

const graph = openGraph();
const NOT_AN_ID = 'no-such-id';
let employer: string;
let site: string;
let virtualSite: string;
let opportunity: string;
let event: string;

beforeAll(async () => {
  const database = graph.database();
  employer = await makeEmployer(database);
  site = await makeSite(database, {
    employer_id: employer,
    required_steps: ['AGREEMENT_SIGNED', 'SITE_VISIT', 'CORI_CHECK'],
    completed_steps: ['SITE_VISIT'],
    onboarding_status: 'VETTING',
  });
  virtualSite = await makeSite(database, {
    employer_id: employer,
    setting: 'VIRTUAL',
    address: null,
    lat: null,
    lon: null,
    last_reviewed: null,
  });
  await makeSupervisor(database, site);
  await makeSupervisor(database, site, { left_on: '2026-05-31' });
  opportunity = await makeOpportunity(database, site);
  event = await makeEvent(database, [employer], {}, ['90350010', '90350020']);
});

describe('an employer', () => {
  it('has a name, a sector, an industry, a board and its sites', async () => {
    const { data, statements } = await graph.count(
      'query ($id: ID!) { employer(id: $id) { id name sector naics board { code } sites { id } } }',
      { id: employer },
    );
    expect(data).toEqual({
      employer: {
        id: employer,
        name: 'Harborside Clinic (demo)',
        sector: 'NONPROFIT',
        naics: '6211',
        board: { code: 'BOSTON' },
        sites: [site, virtualSite].toSorted().map((id) => ({ id })),
      },
    });
    expect(statements).toBe(1);
  });

  it.each(['employer', 'site', 'opportunity'])(
    '%s: none is found by an unknown id',
    async (one) => {
      const query = `query ($id: ID!) { ${one}(id: $id) { id } }`;
      expect(await graph.ask(query, { id: randomUUID() })).toEqual({ data: { [one]: null } });
    },
  );

  it.each(['employer', 'site', 'opportunity'])(
    '%s: a malformed id finds nothing, and the database is not asked',
    async (one) => {
      const query = `query ($id: ID!) { ${one}(id: $id) { id } }`;
      expect(await graph.count(query, { id: NOT_AN_ID })).toEqual({
        data: { [one]: null },
        statements: 0,
      });
    },
  );
});

describe('a site', () => {
  it('says where it is, whose it is and how far it is onboarded', async () => {
    const { data, statements } = await graph.count(
      `query ($id: ID!) { site(id: $id) {
        name address town location { lat lon } setting board { code } employer { id name }
        onboarding { status completed missing lastReviewed } accommodations
      } }`,
      { id: site },
      BOARD_STAFF,
    );
    expect(data).toEqual({
      site: {
        name: 'Harborside Clinic, Roxbury',
        address: '1 Invented Street',
        town: 'Boston',
        location: { lat: 42.33, lon: -71.09 },
        setting: 'OUTSIDE_SCHOOL',
        board: { code: 'BOSTON' },
        employer: { id: employer, name: 'Harborside Clinic (demo)' },
        onboarding: {
          status: 'VETTING',
          completed: ['SITE_VISIT'],
          missing: ['AGREEMENT_SIGNED', 'CORI_CHECK'],
          lastReviewed: '2026-05-04',
        },
        accommodations: ['Step-free entrance'],
      },
    });
    expect(statements).toBe(1);
  });

  it('has neither an address nor a point where it is virtual', async () => {
    const { data } = await graph.ask(
      'query ($id: ID!) { site(id: $id) { address location { lat } setting } }',
      { id: virtualSite },
    );
    expect(data).toEqual({ site: { address: null, location: null, setting: 'VIRTUAL' } });
  });

  it('shows the supervisors who have not left', async () => {
    const { data } = await graph.ask(
      'query ($id: ID!) { site(id: $id) { supervisors { name email } } }',
      { id: site },
      BOARD_STAFF,
    );
    const [ada] = [{ name: 'Ada Example', email: 'ada@harborside.example' }];
    expect(data).toEqual({ site: { supervisors: [ada] } });
  });
});

describe('an opportunity', () => {
  it('tells hours and dollars, and leads to its site and employer in one statement', async () => {
    const { data, statements } = await graph.count(
      `query ($id: ID!) { opportunity(id: $id) {
        title wblType soc naics demandRating startDate endDate hoursPerWeek plannedHours pay
        hourlyWage slots minimumAge status plainLanguageSummary site { id employer { id } }
      } }`,
      { id: opportunity },
    );
    expect(data).toEqual({
      opportunity: {
        title: 'Clinic assistant',
        wblType: 'INTERNSHIP',
        soc: '31-9092',
        naics: '6211',
        demandRating: 'HIGH_WAGE_HIGH_DEMAND',
        startDate: '2026-07-06',
        endDate: '2026-08-14',
        hoursPerWeek: 25,
        plannedHours: 150.83,
        pay: 'EMPLOYER_PAID',
        hourlyWage: 16.75,
        slots: 3,
        minimumAge: 16,
        status: 'OPEN',
        plainLanguageSummary: 'Help patients find their way.',
        site: { id: site, employer: { id: employer } },
      },
    });
    expect(statements).toBe(1);
  });

  it('has no hours and no wage where nobody said', async () => {
    const unsaid = { minutes_per_week: null, planned_minutes: null, hourly_wage_cents: null };
    const id = await makeOpportunity(graph.database(), site, unsaid);
    const { data } = await graph.ask(
      'query ($id: ID!) { opportunity(id: $id) { hoursPerWeek plannedHours hourlyWage } }',
      { id },
    );
    expect(data).toEqual({
      opportunity: { hoursPerWeek: null, plannedHours: null, hourlyWage: null },
    });
  });
});

describe('career events', () => {
  const ENGAGEMENTS = `query ($id: ID!, $year: FiscalYear) { employer(id: $id) {
    engagements(fiscalYear: $year) {
      id type stage title startDate endDate partners attendance virtual
      hostEmployers { id } schools { deseCode }
    }
  } }`;

  it('are what an employer hosted, with hosts and schools, in one statement', async () => {
    const { data, statements } = await graph.count(ENGAGEMENTS, { id: employer });
    const [first] = [
      {
        id: event,
        type: 'CAREER_DAY',
        stage: 'CAREER_AWARENESS',
        title: 'Careers in health',
        startDate: '2026-03-02',
        endDate: '2026-03-02',
        partners: ['Harborside Mentors (demo)'],
        attendance: 120,
        virtual: false,
        hostEmployers: [{ id: employer }],
        schools: [{ deseCode: '90350010' }, { deseCode: '90350020' }],
      },
    ];
    expect(data).toEqual({ employer: { engagements: [first] } });
    expect(statements).toBe(1);
  });

  it('belong to the fiscal year in which they begin, its first and last day included', async () => {
    const host = await makeEmployer(graph.database());
    const days = ['2025-06-30', '2025-07-01', '2026-06-30', '2026-07-01'];
    for (const [n, day] of days.entries()) {
      const id = `019a0000-0000-7000-8000-00000000000${n}`;
      await makeEvent(graph.database(), [host], { id, start_date: day, title: day });
    }
    const { data } = await graph.ask(
      'query ($id: ID!) { employer(id: $id) { engagements(fiscalYear: 2026) { title } } }',
      { id: host },
    );
    expect(data).toEqual({
      employer: { engagements: [{ title: '2026-06-30' }, { title: '2025-07-01' }] },
    });
  });

  it('do not show an attendance of 1 to 5 people', async () => {
    const host = await makeEmployer(graph.database());
    await makeEvent(graph.database(), [host], { attendance: 5 });
    const { data } = await graph.ask(
      'query ($id: ID!) { employer(id: $id) { engagements { attendance } } }',
      { id: host },
    );
    expect(data).toEqual({ employer: { engagements: [{ attendance: null }] } });
  });
});
