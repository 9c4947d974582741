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
  'filled',
  'minimum_age',
  'status',
  'plain_language_summary',
  'career_cluster',
  'demand_source',
  'technology_support',
  'program_id',
]);
export const opportunityProgram = table('opportunity_program', [
  'id',
  'name',
  'summary',
  'season',
  'fiscal_year',
  'board_code',
  'host_id',
]);
export const wraparoundSupport = table('wraparound_support', [
  'id',
  'program_id',
  'provider',
  'summary',
]);
export const onboardingResource = table('onboarding_resource', [
  'id',
  'board_code',
  'step',
  'title',
  'summary',
  'url',
  'recommended_on',
  'recommended_by',
]);
export const careerEvent = table('career_event', [
  'id',
  'board_code',
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
  opportunityProgram,
  wraparoundSupport,
  onboardingResource,
  opportunity,
  careerEvent,
  careerEventHost,
  careerEventSchool,
];
