import { randomUUID } from 'node:crypto';
import type { Database } from '../../platform/database.ts';
import { EmployabilitySkill } from '../../subgraphs/placements/generated/client/client.ts';
import { insert } from './insert.ts';

type Columns = Readonly<Record<string, unknown>>;

/** Writes a row with a fresh id where none is given, and answers the id. */
async function make(database: Database, table: string, columns: Columns): Promise<string> {
  const row = { ...columns, id: String(columns.id ?? randomUUID()) };
  await insert(database, table, row);
  return row.id;
}

/** A summer internship of a Boston student, under way. */
export const makePlacement = (database: Database, columns: Columns = {}) =>
  make(database, 'placement', {
    student_id: randomUUID(),
    site_id: randomUUID(),
    school_code: '90350010',
    board_code: 'BOSTON',
    wbl_type: 'INTERNSHIP',
    status: 'ACTIVE',
    start_date: '2026-07-06',
    end_date: '2026-08-14',
    minutes_per_week: 1_500,
    planned_minutes: 9_000,
    logged_minutes: 5_985,
    pay: 'EMPLOYER_PAID',
    hourly_wage_cents: 1_675,
    credit_bearing: false,
    season: 'SUMMER',
    broker_role: 'DIRECT_PLACEMENT',
    ...columns,
  });

export const makeEvent = (database: Database, placementId: string, columns: Columns = {}) =>
  make(database, 'placement_event', {
    placement_id: placementId,
    to_status: 'PROPOSED',
    at: '2026-05-04T14:00:00Z',
    by: 'staff',
    ...columns,
  });

export const makeReflection = (database: Database, placementId: string, columns: Columns = {}) =>
  make(database, 'reflection', {
    placement_id: placementId,
    date: '2026-07-20',
    prompt: 'What surprised you?',
    text: 'How much they talk.',
    share_publicly: false,
    ...columns,
  });

export type MadePlan = { readonly plan: string; readonly skills: readonly string[] };

/** A Work-Based Learning Plan with its career skills, in order. */
export async function makeWblPlan(
  database: Database,
  placementId: string,
  names: readonly string[] = ['Vital signs', 'Scheduling', 'Privacy'],
): Promise<MadePlan> {
  const plan = await make(database, 'wbl_plan', {
    placement_id: placementId,
    job_description: 'Greets patients.',
  });
  const skills: string[] = [];
  for (const [position, name] of names.entries())
    skills.push(await make(database, 'career_skill', { plan_id: plan, position, name }));
  return { plan, skills };
}

type Review = {
  readonly kind: 'BASELINE' | 'INTERIM' | 'FINAL';
  readonly date: string;
  /** One for each employability skill, then one for each career skill. */
  readonly scores: readonly number[];
};

const EMPLOYABILITY = Object.values(EmployabilitySkill);

export async function makeReview(
  database: Database,
  { plan, skills }: MadePlan,
  { kind, date, scores }: Review,
): Promise<string> {
  const columns = { plan_id: plan, kind, date, comments: `A ${kind.toLowerCase()} review.` };
  const review = await make(database, 'wbl_review', columns);
  for (const [position, score] of scores.entries()) {
    const employability = EMPLOYABILITY[position] ?? null;
    await insert(database, 'skill_score', {
      review_id: review,
      position,
      score,
      employability_skill: employability,
      career_skill_id: employability ? null : skills[position - EMPLOYABILITY.length],
    });
  }
  return review;
}
