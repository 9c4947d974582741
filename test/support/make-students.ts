import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import { insert } from './insert.ts';

type Columns = Readonly<Record<string, unknown>>;

/** Writes a row with a fresh id where none is given, and answers the id. */
async function make(database: Database, table: string, columns: Columns): Promise<string> {
  const row = { ...columns, id: String(columns.id ?? randomUUID()) };
  await insert(database, table, row);
  return row.id;
}

let lastSasid = 9_900_000_000;
const nextSasid = () => {
  lastSasid += 1;
  return String(lastSasid);
};

/** An 11th grader of a Boston high school. */
export const makeStudent = (database: Database, columns: Columns = {}) =>
  make(database, 'student', {
    sasid: nextSasid(),
    lasid: 'L-1',
    display_name: 'Nia Example',
    date_of_birth: '2009-11-30',
    grade: 11,
    school_code: '90350010',
    board_code: 'BOSTON',
    groups: ['LOW_INCOME', 'HIGH_NEEDS'],
    enrollment_status: 'ENROLLED',
    cohort: 2028,
    ...columns,
  });

/** A student's open plan; one that is closed with `open_for: null`. */
export const makePlan = (database: Database, studentId: string, columns: Columns = {}) =>
  make(database, 'my_cap_plan', {
    student_id: studentId,
    status: 'IN_PROGRESS',
    current_stage: 'CAREER_EXPLORATION',
    furthest_stage: 'CAREER_IMMERSION',
    mass_core_on_track: true,
    fafsa_completed: false,
    opened_on: '2025-09-03',
    open_for: studentId,
    ...columns,
  });

export const makeGoal = (database: Database, planId: string, columns: Columns = {}) =>
  make(database, 'my_cap_goal', {
    plan_id: planId,
    domain: 'CAREER_DEVELOPMENT',
    text: 'Find out what a nurse does.',
    target_date: '2027-06-30',
    status: 'IN_PROGRESS',
    target_soc: '29-1141',
    ...columns,
  });

export const makeMilestone = (database: Database, planId: string, columns: Columns = {}) =>
  make(database, 'my_cap_milestone', {
    plan_id: planId,
    domain: 'CAREER_DEVELOPMENT',
    grade: 11,
    title: 'Write a resume.',
    status: 'PLANNED',
    ...columns,
  });

export const makeTransition = (database: Database, planId: string, columns: Columns = {}) =>
  make(database, 'stage_transition', {
    plan_id: planId,
    to_stage: 'SELF_DISCOVERY',
    at: '2025-09-03T12:00:00Z',
    recorded_by: 'counselor',
    ...columns,
  });

/** A job shadow. */
export const makeActivity = (database: Database, planId: string, columns: Columns = {}) =>
  make(database, 'career_activity', {
    plan_id: planId,
    type: 'JOB_SHADOW',
    stage: 'CAREER_EXPLORATION',
    date: '2026-03-02',
    reflection: 'They never sit down.',
    recorded_by: 'student',
    ...columns,
  });

export async function makePathway(
  database: Database,
  studentId: string,
  columns: Columns = {},
): Promise<void> {
  await insert(database, 'pathway_enrollment', {
    student_id: studentId,
    program_id: randomUUID(),
    since: '2025-09-03',
    concentrator: false,
    technical_courses_completed: 1,
    advanced_courses_completed: 0,
    ...columns,
  });
}

/** A high school of Boston, as the schools subgraph tells of it. */
export const makeSchoolRef = (database: Database, deseCode: string, columns: Columns = {}) =>
  insert(database, 'school_ref', {
    dese_code: deseCode,
    name: `School ${deseCode}`,
    board_code: 'BOSTON',
    grades: [9, 10, 11, 12],
    closed: false,
    ...columns,
  });

/** A program of a school, as the schools subgraph tells of it. */
export const makeProgramRef = (database: Database, columns: Columns = {}) =>
  make(database, 'program_ref', {
    school_code: '90350010',
    type: 'CHAPTER_74',
    title: 'Health Assisting',
    credential_ids: [],
    ...columns,
  });

export const makeEnrollment = (database: Database, studentId: string, columns: Columns = {}) =>
  make(database, 'enrollment', {
    student_id: studentId,
    school_code: '90350010',
    grade: 9,
    entered_on: '2024-09-01',
    ...columns,
  });

export const makeSupport = (database: Database, studentId: string, columns: Columns = {}) =>
  make(database, 'student_support', {
    student_id: studentId,
    type: 'WORK_ATTIRE',
    status: 'REQUESTED',
    needed_by: '2026-11-02',
    requested_at: '2026-10-01T14:00:00Z',
    requested_by: 'student',
    ...columns,
  });

export const makeConsent = (database: Database, studentId: string, columns: Columns = {}) =>
  make(database, 'consent', {
    student_id: studentId,
    basis: 'ELIGIBLE_STUDENT',
    recipient_organization: 'Boston Private Industry Council',
    purpose: 'PLACEMENT',
    data_elements: ['displayName', 'grade'],
    granted_on: '2026-09-08',
    expires_on: '2027-07-01',
    granted_by: 'student',
    ...columns,
  });

export const makeEntry = (database: Database, studentId: string, columns: Columns = {}) =>
  make(database, 'access_log_entry', {
    student_id: studentId,
    district_code: '90350000',
    at: '2026-09-14T15:00:00Z',
    person: 'A Career Specialist',
    position: 'Career Specialist',
    organization: 'Boston Private Industry Council',
    role: 'PARTNER',
    parts: ['Student.displayName'],
    purpose: 'PLACEMENT',
    outcome: 'DISCLOSED',
    ...columns,
  });
