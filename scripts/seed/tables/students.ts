import { table } from '../table.ts';

export const activityStage = table('activity_stage', ['type', 'stage']);
export const student = table('student', [
  'id',
  'sasid',
  'lasid',
  'display_name',
  'date_of_birth',
  'grade',
  'school_code',
  'board_code',
  'groups',
  'enrollment_status',
  'graduated_on',
  'cohort',
]);
export const enrollment = table('enrollment', [
  'id',
  'student_id',
  'school_code',
  'grade',
  'entered_on',
  'left_on',
]);
export const pathwayEnrollment = table('pathway_enrollment', [
  'student_id',
  'program_id',
  'since',
  'concentrator',
  'technical_courses_completed',
  'advanced_courses_completed',
]);
export const myCapPlan = table('my_cap_plan', [
  'id',
  'student_id',
  'status',
  'current_stage',
  'furthest_stage',
  'advisor_id',
  'mass_core_on_track',
  'fafsa_completed',
  'reviewed_with_family_on',
  'opened_on',
  'open_for',
  'local_name',
]);
export const myCapGoal = table('my_cap_goal', [
  'id',
  'plan_id',
  'domain',
  'text',
  'target_date',
  'status',
  'target_soc',
]);
export const myCapMilestone = table('my_cap_milestone', [
  'id',
  'plan_id',
  'domain',
  'grade',
  'title',
  'status',
  'completed_on',
  'artifact_url',
  'completed_where',
  'virtual',
]);
export const careerActivity = table('career_activity', [
  'id',
  'plan_id',
  'type',
  'stage',
  'date',
  'event_id',
  'reflection',
  'recorded_by',
]);
export const stageTransition = table('stage_transition', [
  'id',
  'plan_id',
  'from_stage',
  'to_stage',
  'at',
  'reason',
  'recorded_by',
]);

export const studentSupport = table('student_support', [
  'id',
  'student_id',
  'type',
  'description',
  'status',
  'needed_by',
  'provider_organization',
  'requested_at',
  'requested_by',
]);
export const consent = table('consent', [
  'id',
  'student_id',
  'basis',
  'recipient_organization',
  'purpose',
  'data_elements',
  'granted_on',
  'expires_on',
  'revoked_on',
  'granted_by',
  'revoked_by',
]);
export const earnedCredential = table('earned_credential', [
  'id',
  'student_id',
  'credential_id',
  'earned_on',
  'minutes',
]);
export const ewisFlag = table('ewis_flag', ['student_id', 'risk_level', 'as_of']);
export const accessLogEntry = table('access_log_entry', [
  'id',
  'at',
  'student_id',
  'district_code',
  'person',
  'position',
  'organization',
  'role',
  'parts',
  'purpose',
  'outcome',
  'code',
]);

/** Parents before children. */
export const STUDENTS_TABLES = [
  activityStage,
  student,
  enrollment,
  pathwayEnrollment,
  myCapPlan,
  myCapGoal,
  myCapMilestone,
  careerActivity,
  stageTransition,
  studentSupport,
  consent,
  earnedCredential,
  ewisFlag,
  accessLogEntry,
];
