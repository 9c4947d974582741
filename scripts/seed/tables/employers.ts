import { table } from '../table.ts';

export const employer = table('employer', ['id', 'name', 'sector', 'naics', 'board_code']);
export const site = table('site', [
  'id',
  'employer_id',
  'board_code',
  'name',
  'address',
  'town',
  'lat',
  'lon',
  'setting',
  'onboarding_status',
  'required_steps',
  'completed_steps',
  'last_reviewed',
  'accommodations',
]);
export const supervisor = table('supervisor', ['id', 'site_id', 'name', 'email', 'left_on']);
export const opportunity = table('opportunity', [
  'id',
  'site_id',
  'program_host_id',
  'board_code',
  'title',
  'wbl_type',
  'soc',
  'naics',
  'demand_rating',
  'start_date',
  'end_date',
  'minutes_per_week',
  'planned_minutes',
  'pay',
  'hourly_wage_cents',
  'credit_bearing',
  'registered_apprenticeship_partner',
  'slots',
  'minimum_age',
  'status',
  'plain_language_summary',
]);
export const careerEvent = table('career_event', [
  'id',
  'type',
  'stage',
  'title',
  'start_date',
  'end_date',
  'partners',
  'attendance',
  'virtual',
]);
export const careerEventHost = table('career_event_host', ['event_id', 'employer_id']);
export const careerEventSchool = table('career_event_school', ['event_id', 'school_code']);

/** Parents before children. */
export const EMPLOYERS_TABLES = [
  employer,
  site,
  supervisor,
  opportunity,
  careerEvent,
  careerEventHost,
  careerEventSchool,
];
