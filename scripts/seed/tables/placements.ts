import { table } from '../table.ts';

export const placement = table('placement', [
  'id',
  'student_id',
  'opportunity_id',
  'site_id',
  'school_code',
  'board_code',
  'wbl_type',
  'status',
  'start_date',
  'end_date',
  'minutes_per_week',
  'planned_minutes',
  'logged_minutes',
  'pay',
  'hourly_wage_cents',
  'credit_bearing',
  'credits',
  'season',
  'broker_role',
  'brokered_by',
  'registered_apprenticeship_partner',
  'employer_led',
  'external_client',
  'work_permit_on_file',
  'my_cap_goal_id',
  'team_id',
  'version',
]);
export const placementEvent = table('placement_event', [
  'id',
  'placement_id',
  'from_status',
  'to_status',
  'at',
  'by',
  'note',
]);
export const placementApproval = table('placement_approval', ['placement_id', 'side', 'by', 'at']);
export const hoursEntry = table('hours_entry', ['id', 'placement_id', 'worked_on', 'minutes']);
export const wblPlan = table('wbl_plan', ['id', 'placement_id', 'job_description']);
export const careerSkill = table('career_skill', [
  'id',
  'plan_id',
  'position',
  'name',
  'definition',
]);
export const wblReview = table('wbl_review', [
  'id',
  'plan_id',
  'kind',
  'date',
  'supervisor_id',
  'goals',
  'comments',
  'student_signed_on',
  'supervisor_signed_on',
]);
export const skillScore = table('skill_score', [
  'review_id',
  'position',
  'employability_skill',
  'career_skill_id',
  'score',
]);
export const reflection = table('reflection', [
  'id',
  'placement_id',
  'date',
  'prompt',
  'text',
  'share_publicly',
]);

/** Parents before children. */
export const PLACEMENTS_TABLES = [
  placement,
  placementEvent,
  placementApproval,
  hoursEntry,
  wblPlan,
  careerSkill,
  wblReview,
  skillScore,
  reflection,
];
