import type { Actor } from '../../platform/actor.ts';
import type { Role } from '../../platform/vocabulary.ts';

/** A student record as access sees it: whose it is, and where they go to school. */
export type Subject = {
  readonly student: string;
  readonly school: string;
  readonly district: string;
  readonly board: 'BOSTON' | 'METRO_NORTH';
};

/** For each of the ten roles, somebody of that role who is as near to a record as the role can be. */
export const actorsNear = ({
  student,
  school,
  district,
  board,
}: Subject): Readonly<Record<Role, Actor>> => ({
  PUBLIC: { subject: null, role: 'PUBLIC' },
  STUDENT: { subject: 'student', role: 'STUDENT', students: [student] },
  FAMILY: { subject: 'family', role: 'FAMILY', students: [student] },
  SCHOOL_STAFF: { subject: 'school', role: 'SCHOOL_STAFF', schools: [school] },
  DISTRICT_STAFF: { subject: 'district', role: 'DISTRICT_STAFF', district },
  BOARD_STAFF: { subject: 'board', role: 'BOARD_STAFF', board },
  PARTNER: { subject: 'partner', role: 'PARTNER', purpose: 'PLACEMENT' },
  EMPLOYER: { subject: 'employer', role: 'EMPLOYER', sites: [] },
  STATE: { subject: 'state', role: 'STATE' },
  ADMIN: { subject: 'admin', role: 'ADMIN' },
});

/** Roles that see the records of those they are near to. */
export const SEEING = [
  'STUDENT',
  'FAMILY',
  'SCHOOL_STAFF',
  'DISTRICT_STAFF',
  'BOARD_STAFF',
] as const;
/** Roles that are signed in, and see no student record. */
export const SEEING_NONE = ['PARTNER', 'EMPLOYER', 'STATE', 'ADMIN'] as const;
