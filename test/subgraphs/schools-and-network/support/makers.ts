import { randomUUID } from 'node:crypto';
import type { Database } from '../../../../platform/database.ts';
import type { WorkforceBoardCode } from '../../../../platform/vocabulary.ts';
import { insert } from '../../../support/insert.ts';

type Row = Readonly<Record<string, unknown>>;

const DISTRICT = '99010000';
/** What makes a school's tier in fiscal year 2027, as the triggers would write it. */
const TIERS = { PARTNER: { partner_years: [2027] }, MEMBER: { member: true }, NOT_IN_NETWORK: {} };
type SchoolRow = Row & { readonly tier?: keyof typeof TIERS };
/** What the constraints ask of a status. */
const SIGNATURES: Readonly<Record<string, Row>> = {
  ACTIVE: { signed_by_district: '2026-06-08', signed_by_board: '2026-06-12' },
  TERMINATED: { signed_by_district: '2026-06-08', signed_by_board: '2026-06-12' },
};

/** Makers of rows: what a test does not say is plain and valid. Each answers the key of its row. */
export function createMakers(database: Database) {
  const put = (table: string, row: Row) => insert(database, table, row);
  const putWithId = async (table: string, row: Row): Promise<string> => {
    const id = randomUUID();
    await put(table, { id, ...row });
    return id;
  };

  return {
    async board(code: WorkforceBoardCode, towns: readonly string[] = []) {
      const name = `MassHire ${code} Workforce Board`;
      await put('workforce_board', { code, name, aliases: [], planning_region: 'NORTHEAST' });
      for (const town of towns) await put('municipality', { name: town, board_code: code });
      return code;
    },
    async district(deseCode = DISTRICT, name = 'Cranberry Bog') {
      await put('district', { dese_code: deseCode, name });
      return deseCode;
    },
    /** Needs a district and a board; those of the defaults unless said otherwise. */
    async school(deseCode: string, { tier = 'NOT_IN_NETWORK', ...row }: SchoolRow = {}) {
      await put('school', {
        dese_code: deseCode,
        name: `School ${deseCode}`,
        district_code: DISTRICT,
        school_type: 'PUBLIC_SECONDARY',
        grades: [9, 10, 11, 12],
        town: 'Somerville',
        board_code: 'METRO_NORTH',
        ...TIERS[tier],
        ...row,
      });
      return deseCode;
    },
    enrollment: (schoolCode: string, schoolYear: string, grade: number, count: number) =>
      put('enrollment_by_grade', {
        school_code: schoolCode,
        school_year: schoolYear,
        grade,
        count,
      }),
    staff: (row: Row = {}) =>
      putWithId('staff_contact', { name: 'Ada Reyes', email: 'ada@school.example', ...row }),
    membership: (schoolCode: string, row: Row = {}) =>
      putWithId('network_membership', {
        school_code: schoolCode,
        joined_on: '2024-09-03',
        email_list_opt_in: true,
        ...row,
      }),
    convening: (row: Row = {}) =>
      putWithId('convening', {
        board_code: 'METRO_NORTH',
        date: '2026-11-05',
        title: 'Autumn convening',
        open_to_all_schools: true,
        ...row,
      }),
    async agreement(
      schools: readonly string[],
      { coordinators = [], ...row }: Row & { readonly coordinators?: readonly string[] } = {},
    ) {
      const id = await putWithId('partnership_agreement', {
        district_code: DISTRICT,
        board_code: 'METRO_NORTH',
        fiscal_year: 2027,
        status: 'ACTIVE',
        ...SIGNATURES[String(row.status ?? 'ACTIVE')],
        ...row,
      });
      for (const school of schools)
        await put('partnership_school', { agreement_id: id, school_code: school });
      for (const contact of coordinators)
        await put('partnership_coordinator', { agreement_id: id, contact_id: contact });
      return id;
    },
    commitment: (agreementId: string, side: string, kind: string, description: string) =>
      putWithId('resource_commitment', { agreement_id: agreementId, side, kind, description }),
    async pathway(schoolCode: string, row: Row = {}, credentials: readonly string[] = []) {
      const id = await putWithId('pathway_program', {
        school_code: schoolCode,
        type: 'CHAPTER_74',
        title: 'Health Assisting',
        wbl_integrated: true,
        ...row,
      });
      for (const credential of credentials)
        await put('program_credential', { program_id: id, credential_id: credential });
      return id;
    },
    organization: (name: string, kind = 'COMMUNITY') =>
      putWithId('partner_organization', { name, kind }),
    /** One version of an agreement; another one has the id that the first was given. */
    async sharing(organization: string, row: Row = {}) {
      const id = String(row.id ?? randomUUID());
      await put('data_sharing_agreement', {
        version_id: randomUUID(),
        id,
        version: 1,
        organization_id: organization,
        district_code: DISTRICT,
        status: 'ACTIVE',
        legal_basis: 'CONSENT',
        purposes: ['PLACEMENT'],
        effective_from: '2026-09-01',
        effective_to: '2027-08-31',
        school_codes: [],
        grades: [11, 12],
        program_ids: [],
        classes: ['EDUCATION_RECORD'],
        fields: [],
        aggregate_only: false,
        export_allowed: false,
        recorded_at: '2026-08-20T14:00:00Z',
        recorded_by: 'district-1',
        ...row,
      });
      return id;
    },
    credential: (title: string) => putWithId('industry_credential', { title, ctdl_id: 'ce-1' }),
  };
}

export type Makers = ReturnType<typeof createMakers>;
