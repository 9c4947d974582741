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
