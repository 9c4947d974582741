import { DEMO_DISTRICT } from '../../../gateway/dev-issuer/personas.ts';
import {
  type Day,
  firstDayOfFiscalYear,
  iso,
  lastDayOfSchoolYear,
  timestamp,
} from '../calendar.ts';
import { mailbox, personName } from '../names.ts';
import { pgArray } from '../table.ts';
import { dataSharingAgreement, staffContact } from '../tables/schools.ts';
import type { World } from '../world.ts';
import { type Organization, writeOrganizations, writeSpecialists } from './organizations.ts';
import type { School } from './school.ts';

type Status = 'DRAFT' | 'ACTIVE' | 'SUSPENDED' | 'TERMINATED';
type Terms = {
  readonly partner: Organization;
  readonly district: string;
  readonly basis: 'CONSENT' | 'SCHOOL_OFFICIAL' | 'STUDIES' | 'AUDIT_EVALUATION' | 'DIRECTORY';
  readonly purposes: readonly string[];
  readonly schools?: readonly string[];
  readonly grades?: readonly number[];
  readonly classes: readonly string[];
  readonly fields?: readonly string[];
  readonly aggregateOnly?: boolean;
  readonly exportAllowed?: boolean;
  /** Years before the current one: 1 ran out on its last day. */
  readonly yearsAgo?: number;
  readonly representative?: string;
  readonly destruction?: boolean;
  readonly notice?: boolean;
  /** From its first version to its newest. */
  readonly statuses: readonly Status[];
};

/** How many days lie between two versions. */
const DAYS_A_VERSION = 9;
const SUPPORTS = ['Student.supports', 'StudentSupport.type', 'StudentSupport.status'];

/**
 * Organizations with their data-sharing agreements: one for each legal basis, and one that has run
 * out, one that its district suspended, one that ended and one that is not complete yet.
 */
export function writeSharing(world: World, schools: readonly School[]): void {
  const organizations = writeOrganizations(world);
  const high = schools.filter(({ level }) => level === 'HIGH');
  const boston = high.filter(({ district }) => district === DEMO_DISTRICT);
  const elsewhere = high.find(({ board }) => board === 'METRO_NORTH')?.district ?? DEMO_DISTRICT;
  writeSpecialists(world, organizations.pic, boston);
  const write = createWriter(world, organizations);
  const codes = boston.map(({ code }) => code);
  for (const terms of agreements(codes, elsewhere)) write(terms);
}

const agreements = (schools: readonly string[], elsewhere: string): Terms[] => [
  {
    partner: 'pic',
    district: DEMO_DISTRICT,
    basis: 'SCHOOL_OFFICIAL',
    purposes: ['PLACEMENT', 'CAREER_COUNSELING'],
    schools,
    grades: [9, 10, 11, 12],
    classes: ['EDUCATION_RECORD', 'QUASI_ID', 'DIRECT_ID'],
    fields: SUPPORTS,
    exportAllowed: true,
    statuses: ['DRAFT', 'ACTIVE'],
  },
  {
    partner: 'pic',
    district: DEMO_DISTRICT,
    basis: 'CONSENT',
    purposes: ['COLLEGE_ACCESS'],
    schools,
    grades: [12],
    classes: ['EDUCATION_RECORD', 'QUASI_ID'],
    fields: ['MyCapPlan.fafsaCompleted'],
    statuses: ['ACTIVE'],
  },
  {
    partner: 'pic',
    district: DEMO_DISTRICT,
    basis: 'AUDIT_EVALUATION',
    purposes: ['PROGRAM_EVALUATION'],
    schools,
    classes: ['EDUCATION_RECORD', 'QUASI_ID', 'EVALUATIVE'],
    aggregateOnly: true,
    representative: 'Research Director (demo)',
    destruction: true,
    statuses: ['ACTIVE'],
  },
  {
    partner: 'research',
    district: DEMO_DISTRICT,
    basis: 'STUDIES',
    purposes: ['RESEARCH'],
    schools,
    classes: ['EDUCATION_RECORD', 'QUASI_ID'],
    destruction: true,
    statuses: ['DRAFT', 'ACTIVE', 'SUSPENDED'],
  },
  {
    partner: 'college',
    district: DEMO_DISTRICT,
    basis: 'DIRECTORY',
    purposes: ['COLLEGE_ACCESS'],
    grades: [11, 12],
    classes: ['QUASI_ID', 'DIRECT_ID'],
    notice: true,
    yearsAgo: 1,
    statuses: ['ACTIVE'],
  },
  {
    partner: 'college',
    district: elsewhere,
    basis: 'DIRECTORY',
    purposes: ['COLLEGE_ACCESS'],
    grades: [11, 12],
    classes: ['QUASI_ID', 'DIRECT_ID'],
    notice: true,
    statuses: ['ACTIVE'],
  },
  {
    partner: 'community',
    district: elsewhere,
    basis: 'CONSENT',
    purposes: ['CAREER_COUNSELING'],
    grades: [9, 10, 11, 12],
    classes: ['EDUCATION_RECORD'],
    statuses: ['ACTIVE', 'TERMINATED'],
  },
  {
    partner: 'funder',
    district: DEMO_DISTRICT,
    basis: 'AUDIT_EVALUATION',
    purposes: ['REPORTING'],
    schools,
    classes: ['EDUCATION_RECORD'],
    aggregateOnly: true,
    statuses: ['DRAFT'],
  },
];

function createWriter(
  world: World,
  organizations: Readonly<Record<Organization, string>>,
): (terms: Terms) => void {
  const id = world.ids('sharing agreements');
  const contactOf = createContacts(world);
  return ({ statuses, ...terms }) => {
    const agreement = id();
    const first = firstDayOfFiscalYear(world.calendar.fiscalYear - (terms.yearsAgo ?? 0));
    const said = { ...columnsOf(terms, world), control_contact_id: contactOf(terms.district) };
    for (const [index, status] of statuses.entries()) {
      world.write(dataSharingAgreement, {
        ...said,
        version_id: id(),
        id: agreement,
        version: index + 1,
        newest: index === statuses.length - 1,
        organization_id: organizations[terms.partner],
        status,
        recorded_at: timestamp(first - DAYS_A_VERSION * (statuses.length - index), index),
        recorded_by: 'demo|district-staff',
      });
    }
  };
}

type Said = Omit<Terms, 'statuses' | 'partner'>;

/** From July 1 to August 31 of the year after: agreements outlast the school year. */
function daysOf({ yearsAgo = 0 }: Said, { calendar }: World): { first: Day; last: Day } {
  const year = calendar.fiscalYear - yearsAgo;
  const last = lastDayOfSchoolYear(year);
  // One that ran out did so before today, also in summer.
  return { first: firstDayOfFiscalYear(year), last: yearsAgo > 0 ? last - 62 : last };
}

function columnsOf(terms: Said, world: World) {
  const { first, last } = daysOf(terms, world);
  return {
    district_code: terms.district,
    legal_basis: terms.basis,
    purposes: pgArray(terms.purposes),
    effective_from: iso(first),
    effective_to: iso(last),
    school_codes: pgArray(terms.schools ?? []),
    grades: pgArray(terms.grades ?? []),
    program_ids: '{}',
    classes: pgArray(terms.classes),
    fields: pgArray(terms.fields ?? []),
    aggregate_only: terms.aggregateOnly ?? false,
    export_allowed: terms.exportAllowed ?? false,
    redisclosure: false,
    destruction_due: terms.destruction ? iso(last + 90) : null,
    destruction_certified_on: null,
    authorized_representative: terms.representative ?? null,
    directory_notice_on: terms.notice ? iso(first) : null,
  };
}

/** One member of a district's staff, whom agreements name as control contact. */
function createContacts(world: World): (district: string) => string {
  const id = world.ids('control contacts');
  const random = world.random('control contacts');
  const hired = new Map<string, string>();
  return (district) => {
    const known = hired.get(district);
    if (known) return known;
    const contact = { id: id(), name: personName(random) };
    hired.set(district, contact.id);
    world.write(staffContact, {
      ...contact,
      email: mailbox(contact.name, district),
      title: 'Director of Data and Privacy',
      school_code: null,
      district_code: district,
      board_code: null,
      organization_id: null,
      coordinator: false,
    });
    return contact.id;
  };
}
