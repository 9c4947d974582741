import { randomUUID } from 'node:crypto';
import type { Database } from '../../../platform/database.ts';
import { insert } from '../../support/insert.ts';

type Columns = Readonly<Record<string, unknown>>;

/** Writes a row with a fresh id, and answers the id. */
async function make(database: Database, table: string, columns: Columns): Promise<string> {
  const row = { id: randomUUID(), ...columns };
  await insert(database, table, row);
  return row.id;
}

export const makeEmployer = (database: Database, columns: Columns = {}) =>
  make(database, 'employer', {
    name: 'Harborside Clinic (demo)',
    sector: 'NONPROFIT',
    naics: '6211',
    board_code: 'BOSTON',
    ...columns,
  });

/** An active site in Roxbury, of an employer of its own where none is given. */
export const makeSite = async (database: Database, columns: Columns = {}) =>
  make(database, 'site', {
    employer_id: columns.employer_id ?? (await makeEmployer(database)),
    board_code: 'BOSTON',
    name: 'Harborside Clinic, Roxbury',
    address: '1 Invented Street',
    town: 'Boston',
    lat: 42.33,
    lon: -71.09,
    setting: 'OUTSIDE_SCHOOL',
    onboarding_status: 'ACTIVE',
    required_steps: ['AGREEMENT_SIGNED', 'SITE_VISIT'],
    completed_steps: ['AGREEMENT_SIGNED', 'SITE_VISIT'],
    last_reviewed: '2026-05-04',
    accommodations: ['Step-free entrance'],
    ...columns,
  });

export const makeSupervisor = (database: Database, siteId: string, columns: Columns = {}) =>
  make(database, 'supervisor', {
    site_id: siteId,
    name: 'Ada Example',
    email: 'ada@harborside.example',
    left_on: null,
    ...columns,
  });

/** An open internship; its board is the site's by default. */
export const makeOpportunity = (database: Database, siteId: string, columns: Columns = {}) =>
  make(database, 'opportunity', {
    site_id: siteId,
    board_code: 'BOSTON',
    title: 'Clinic assistant',
    wbl_type: 'INTERNSHIP',
    soc: '31-9092',
    naics: '6211',
    demand_rating: 'HIGH_WAGE_HIGH_DEMAND',
    start_date: '2026-07-06',
    end_date: '2026-08-14',
    minutes_per_week: 1_500,
    planned_minutes: 9_050,
    pay: 'EMPLOYER_PAID',
    hourly_wage_cents: 1_675,
    credit_bearing: false,
    slots: 3,
    minimum_age: 16,
    status: 'OPEN',
    plain_language_summary: 'Help patients find their way.',
    ...columns,
  });

/** A campaign that no one employer hosts. */
export const makeProgram = (database: Database, columns: Columns = {}) =>
  make(database, 'opportunity_program', {
    name: 'A Summer Worth Having (demo)',
    summary: 'Paid work for six weeks.',
    season: 'SUMMER',
    fiscal_year: 2027,
    board_code: 'BOSTON',
    ...columns,
  });

/** What schools-and-network would tell of a school. */
export const makeSchoolRef = (database: Database, code: string, columns: Columns = {}) =>
  insert(database, 'school_ref', {
    school_code: code,
    board_code: 'BOSTON',
    closed: false,
    ...columns,
  });

/** A career day with its hosts and schools. */
export async function makeEvent(
  database: Database,
  hosts: readonly string[],
  columns: Columns = {},
  schools: readonly string[] = [],
): Promise<string> {
  const id = await make(database, 'career_event', {
    type: 'CAREER_DAY',
    stage: 'CAREER_AWARENESS',
    title: 'Careers in health',
    start_date: '2026-03-02',
    end_date: columns.start_date ?? '2026-03-02',
    partners: ['Harborside Mentors (demo)'],
    attendance: 120,
    virtual: false,
    ...columns,
  });
  for (const employer of hosts)
    await insert(database, 'career_event_host', { event_id: id, employer_id: employer });
  for (const school of schools)
    await insert(database, 'career_event_school', { event_id: id, school_code: school });
  return id;
}
