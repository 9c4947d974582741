/** A secondary concentrator has two technical courses of a full year in one program. */
const CONCENTRATOR_COURSES = 2;

export const isConcentrator = (technicalCourses: number): boolean =>
  technicalCourses >= CONCENTRATOR_COURSES;

export type PathwayType =
  | 'CHAPTER_74'
  | 'PERKINS_NON_CHAPTER_74'
  | 'INNOVATION_CAREER_PATHWAY'
  | 'EARLY_COLLEGE'
  | 'EARLY_COLLEGE_AND_ICP'
  | 'NONE';

/** How the state's records code a student who is in an Innovation Career Pathway and Early College at once. */
const BOTH = '04';

/** The one code of the state's records that is known; null for the other types. */
export const stateCodeOf = (type: PathwayType): string | null =>
  type === 'EARLY_COLLEGE_AND_ICP' ? BOTH : null;

const HALVES: readonly PathwayType[] = ['INNOVATION_CAREER_PATHWAY', 'EARLY_COLLEGE'];

export type Courses = { readonly technical: number; readonly advanced: number };
export type InProgram = {
  readonly programId: string;
  readonly type: PathwayType;
  readonly since: string;
  readonly courses: Courses;
};
export type Offered = {
  readonly id: string;
  readonly schoolCode: string;
  readonly type: PathwayType;
};

export type PathwayWish = {
  /** The student's own school. */
  readonly schoolCode: string;
  readonly since: string;
  readonly courses: Courses;
  /** The student gives up the program they are in. */
  readonly leavesPresent: boolean;
};

export type PathwayFit =
  | { readonly status: 'fits' }
  | { readonly status: 'unknown' }
  | { readonly status: 'at-another-school'; readonly schoolCode: string }
  | { readonly status: 'both-is-one-program' }
  | { readonly status: 'before-the-present'; readonly since: string }
  | { readonly status: 'courses-lost' };

/**
 * A student is in one program, of their own school. Who is in Early College and takes up an Innovation
 * Career Pathway, or the other way round, is enrolled in a program of both, which the state codes 04.
 * Within one program courses are only ever added.
 */
export function pathwayFit(
  present: InProgram | null,
  program: Offered | null,
  wish: PathwayWish,
): PathwayFit {
  if (!program) return { status: 'unknown' };
  if (program.schoolCode !== wish.schoolCode)
    return { status: 'at-another-school', schoolCode: program.schoolCode };
  return present ? changeFit(present, program, wish) : { status: 'fits' };
}

function changeFit(
  present: InProgram,
  program: Offered,
  { since, courses, leavesPresent }: PathwayWish,
): PathwayFit {
  if (since < present.since) return { status: 'before-the-present', since: present.since };
  if (present.programId === program.id)
    return courses.technical < present.courses.technical ||
      courses.advanced < present.courses.advanced
      ? { status: 'courses-lost' }
      : { status: 'fits' };
  const joins =
    HALVES.includes(present.type) && HALVES.includes(program.type) && present.type !== program.type;
  return joins && !leavesPresent ? { status: 'both-is-one-program' } : { status: 'fits' };
}
