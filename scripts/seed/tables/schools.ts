import { table } from '../table.ts';

export const workforceBoard = table('workforce_board', [
  'code',
  'name',
  'aliases',
  'planning_region',
]);
export const municipality = table('municipality', ['name', 'board_code']);
export const district = table('district', ['dese_code', 'name', 'local_plan_name']);
export const school = table('school', [
  'dese_code',
  'nces_id',
  'name',
  'district_code',
  'school_type',
  'grades',
  'town',
  'lat',
  'lon',
  'board_code',
  'closed_on',
]);
export const enrollmentByGrade = table('enrollment_by_grade', [
  'school_code',
  'school_year',
  'grade',
  'count',
]);
export const staffContact = table('staff_contact', [
  'id',
  'name',
  'email',
  'title',
  'school_code',
  'district_code',
  'board_code',
  'organization_id',
  'coordinator',
]);
export const specialistAssignment = table('specialist_assignment', ['contact_id', 'school_code']);
export const networkMembership = table('network_membership', [
  'id',
  'school_code',
  'joined_on',
  'left_on',
  'joined_by_id',
  'email_list_opt_in',
  'database_registration_sent_at',
  'database_registration_used_at',
  'map_listed_at',
]);
export const message = table('message', [
  'id',
  'kind',
  'contact_id',
  'membership_id',
  'due_at',
  'taken_at',
]);
export const partnershipAgreement = table('partnership_agreement', [
  'id',
  'district_code',
  'board_code',
  'fiscal_year',
  'status',
  'signed_by_district',
  'signed_by_board',
  'renewed_from_id',
  'terminated_on',
  'terminated_for',
]);
export const partnershipSchool = table('partnership_school', ['agreement_id', 'school_code']);
export const partnershipCoordinator = table('partnership_coordinator', [
  'agreement_id',
  'contact_id',
]);
export const resourceCommitment = table('resource_commitment', [
  'id',
  'agreement_id',
  'side',
  'kind',
  'description',
]);
export const pathwayProgram = table('pathway_program', [
  'id',
  'school_code',
  'type',
  'title',
  'cip_code',
  'icp_sector',
  'wbl_integrated',
  'frameworks_url',
]);
export const industryCredential = table('industry_credential', ['id', 'title', 'ctdl_id']);
export const programCredential = table('program_credential', ['program_id', 'credential_id']);
export const convening = table('convening', [
  'id',
  'board_code',
  'date',
  'title',
  'open_to_all_schools',
  'attendance',
]);

export const partnerOrganization = table('partner_organization', ['id', 'name', 'kind']);
export const dataSharingAgreement = table('data_sharing_agreement', [
  'version_id',
  'id',
  'version',
  'newest',
  'organization_id',
  'district_code',
  'status',
  'legal_basis',
  'purposes',
  'effective_from',
  'effective_to',
  'school_codes',
  'grades',
  'program_ids',
  'classes',
  'fields',
  'aggregate_only',
  'export_allowed',
  'redisclosure',
  'destruction_due',
  'destruction_certified_on',
  'control_contact_id',
  'authorized_representative',
  'directory_notice_on',
  'recorded_at',
  'recorded_by',
]);

/** Parents before children. */
export const SCHOOLS_TABLES = [
  workforceBoard,
  municipality,
  district,
  school,
  enrollmentByGrade,
  partnerOrganization,
  staffContact,
  specialistAssignment,
  networkMembership,
  message,
  partnershipAgreement,
  partnershipSchool,
  partnershipCoordinator,
  resourceCommitment,
  pathwayProgram,
  industryCredential,
  programCredential,
  convening,
  dataSharingAgreement,
];
