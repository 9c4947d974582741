import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { type Day, graduationDay } from '../calendar.ts';
import type { Program, School } from '../schools/school.ts';

/** One school a student attended. */
export type Attended = {
  readonly school: School;
  /** On entering. */
  readonly grade: number;
  readonly from: Day;
  readonly until: Day | null;
};

export type Pathway = {
  readonly program: Program;
  readonly since: Day;
  readonly concentrator: boolean;
  readonly technicalCourses: number;
  readonly advancedCourses: number;
};

/** Who a student is, before any plan or placement. */
export type Student = {
  readonly id: string;
  readonly sasid: string;
  readonly name: string;
  readonly birth: Day;
  /** The year in whose June they graduate, or did. */
  readonly gradYear: number;
  readonly grade: number;
  readonly school: School;
  readonly board: WorkforceBoardCode;
  readonly groups: readonly string[];
  readonly status: 'ENROLLED' | 'GRADUATED' | 'WITHDRAWN';
  readonly attended: readonly Attended[];
  readonly pathway: Pathway | null;
  /** The last day of which anything can be told: today, or the day they left. */
  readonly lastDay: Day;
};

export const LAST_GRADE = 12;
export const FIRST_GRADE = 6;

/** In the school year that ends in `schoolYear`; below 6 or above 12 where they were not yet, or no longer, there. */
export const gradeIn = (gradYear: number, schoolYear: number): number =>
  LAST_GRADE - (gradYear - schoolYear);

export const schoolYearOfGrade = (gradYear: number, grade: number): number =>
  gradYear - LAST_GRADE + grade;

export const hasGraduated = (gradYear: number, asOf: Day): boolean =>
  graduationDay(gradYear) <= asOf;
