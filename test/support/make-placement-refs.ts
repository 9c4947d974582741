import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import { insert } from './insert.ts';

type Columns = Readonly<Record<string, unknown>>;

const json = (value: unknown) => JSON.stringify(value);

/** What students-and-mycap told of a student: 17 years old, in grade 11 of a Boston high school, with one goal. */
export async function makeStudentRef(
  database: Database,
  { enrollments, consents = [], ...columns }: Columns = {},
): Promise<string> {
  const schoolCode = columns.school_code ?? '90350010';
  const row = {
    student_id: randomUUID(),
    school_code: schoolCode,
    board_code: 'BOSTON',
    grade: 11,
    born_on: '2009-09-01',
    cohort: 2028,
    enrollment_status: 'ENROLLED',
    concentrator: false,
    groups: [],
    plan_id: randomUUID(),
    goal_ids: [],
    interests: [],
    enrollments: json(enrollments ?? [{ schoolCode, enteredOn: '2024-09-03', leftOn: null }]),
    consents: json(consents),
    ...columns,
  };
  await insert(database, 'student_ref', row);
  return String(row.student_id);
}

/** What employers-and-sites told of a site that students may work at. */
export async function makeSiteRef(
  database: Database,
  { supervisors = [{ id: randomUUID(), leftOn: null }], ...columns }: Columns = {},
): Promise<string> {
  const row = {
    site_id: randomUUID(),
    employer_id: randomUUID(),
    board_code: 'BOSTON',
    setting: 'OUTSIDE_SCHOOL',
    status: 'ACTIVE',
    supervisors: json(supervisors),
    ...columns,
  };
  await insert(database, 'site_ref', row);
  return String(row.site_id);
}

/** What employers-and-sites told of an opportunity: a paid internship of ten hours a week with one slot. */
export async function makeOpportunityRef(
  database: Database,
  columns: Columns = {},
): Promise<string> {
  const row = {
    opportunity_id: randomUUID(),
    site_id: randomUUID(),
    board_code: 'BOSTON',
    wbl_type: 'INTERNSHIP',
    pay: 'EMPLOYER_PAID',
    hourly_wage_cents: 1_800,
    credit_bearing: false,
    minimum_age: 16,
    start_date: '2026-10-12',
    end_date: '2027-01-29',
    minutes_per_week: 600,
    planned_minutes: 9_000,
    status: 'OPEN',
    slots: 1,
    slots_version: 1,
    ...columns,
  };
  await insert(database, 'opportunity_ref', row);
  return String(row.opportunity_id);
}

export const makeApproval = (
  database: Database,
  placementId: string,
  side: 'SCHOOL' | 'SITE' | 'STUDENT',
  columns: Columns = {},
): Promise<void> =>
  insert(database, 'placement_approval', {
    placement_id: placementId,
    side,
    by: side.toLowerCase(),
    at: '2026-09-28T14:00:00Z',
    ...columns,
  });
