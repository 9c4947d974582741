import { LAST_GRADE } from './grade.ts';

export type GraduationFit =
  | { readonly status: 'fits' }
  | { readonly status: 'not-in-the-last-grade'; readonly grade: number };

/** High school is left by graduating from grade 12, or from beyond it in special education. */
export const graduationFit = (grade: number): GraduationFit =>
  grade >= LAST_GRADE ? { status: 'fits' } : { status: 'not-in-the-last-grade', grade };
