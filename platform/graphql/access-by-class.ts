import type { DataClass, Role } from '../vocabulary.ts';

const STUDENT_RECORD: readonly DataClass[] = [
  'EDUCATION_RECORD',
  'QUASI_ID',
  'DIRECT_ID',
  'EVALUATIVE',
  'FINANCIAL',
  'SPECIAL_CATEGORY',
];

/**
 * Which classes of data a role may read at all; which rows of them, each subgraph's `access.ts`
 * says. A class that is not listed is refused. Partners, employers and the state read no record
 * yet: there is no disclosure ledger that could prove what they saw (603 CMR 23.07).
 */
const READABLE: Readonly<Record<Role, readonly DataClass[]>> = {
  PUBLIC: ['PUBLIC'],
  STUDENT: ['PUBLIC', ...STUDENT_RECORD],
  FAMILY: ['PUBLIC', ...STUDENT_RECORD],
  SCHOOL_STAFF: ['PUBLIC', 'STAFF_DIRECTORY', ...STUDENT_RECORD],
  DISTRICT_STAFF: ['PUBLIC', 'STAFF_DIRECTORY', ...STUDENT_RECORD],
  BOARD_STAFF: ['PUBLIC', 'STAFF_DIRECTORY', 'EDUCATION_RECORD', 'QUASI_ID'],
  PARTNER: ['PUBLIC', 'STAFF_DIRECTORY'],
  EMPLOYER: ['PUBLIC', 'STAFF_DIRECTORY'],
  STATE: ['PUBLIC', 'STAFF_DIRECTORY'],
  ADMIN: ['PUBLIC', 'STAFF_DIRECTORY'],
};

const SETS = new Map(Object.entries(READABLE).map(([role, classes]) => [role, new Set(classes)]));

export function readableClasses(role: Role): ReadonlySet<DataClass> {
  return SETS.get(role) ?? new Set();
}
