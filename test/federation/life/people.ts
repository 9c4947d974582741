import type { Actor } from '../../../platform/actor.ts';
import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';

export type Place = {
  readonly school: string;
  readonly district: string;
  readonly board: WorkforceBoardCode;
};

/** Everybody of the story who works at a school, in its district or for its board. */
export type Staff = {
  readonly school: Actor;
  readonly district: Actor;
  readonly board: Actor;
};

export const staffOf = ({ school, district, board }: Place): Staff => ({
  school: { subject: 'life|counselor', role: 'SCHOOL_STAFF', schools: [school] },
  district: { subject: 'life|superintendent', role: 'DISTRICT_STAFF', district },
  board: { subject: 'life|connector', role: 'BOARD_STAFF', board },
});

export const employerOf = (site: string): Actor => ({
  subject: 'life|owner',
  role: 'EMPLOYER',
  sites: [site],
});
export const studentSelf = (student: string): Actor => ({
  subject: 'life|student',
  role: 'STUDENT',
  students: [student],
});
export const parentOf = (student: string): Actor => ({
  subject: 'life|parent',
  role: 'FAMILY',
  students: [student],
});
