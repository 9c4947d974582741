import type { Database } from '../../platform/database.ts';
import { CAREER_STAGES } from '../../platform/vocabulary.ts';
import { insert } from './insert.ts';
import { makePlan, makeStudent, makeTransition } from './make-students.ts';

type Pupil = {
  readonly grade: number;
  readonly school_code?: string;
  readonly board_code?: string;
  readonly groups?: readonly string[];
  readonly entered_on?: string;
  readonly left_on?: string;
  /** A second school, where they moved. */
  readonly movedTo?: Pupil;
};

const enroll = (database: Database, student: string, year: number, given: Pupil) =>
  insert(database, 'enrollment', {
    id: crypto.randomUUID(),
    student_id: student,
    school_code: given.school_code ?? '90350010',
    grade: given.grade,
    entered_on: given.entered_on ?? `${year - 1}-09-03`,
    left_on: given.left_on ?? null,
  });

/** A student who attended a school in the school year that ends in `year`. */
export async function makePupil(database: Database, year: number, pupil: Pupil): Promise<string> {
  const { school_code, board_code = 'BOSTON', groups = [] } = pupil.movedTo ?? pupil;
  const student = await makeStudent(database, {
    school_code: school_code ?? '90350010',
    board_code,
    groups,
  });
  await enroll(database, student, year, { left_on: `${year}-06-20`, ...pupil });
  if (pupil.movedTo)
    await enroll(database, student, year, { left_on: `${year}-06-20`, ...pupil.movedTo });
  return student;
}

/** Students who are alike but for how far they came: so many without a plan, then at each stage. */
export async function makeCohort(
  database: Database,
  year: number,
  pupil: Pupil,
  [without = 0, ...atStage]: readonly number[],
): Promise<void> {
  for (let n = 0; n < without; n++) await makePupil(database, year, pupil);
  for (const [at, count] of atStage.entries())
    for (let n = 0; n < count; n++) {
      const plan = await makePlan(database, await makePupil(database, year, pupil));
      const to_stage = CAREER_STAGES[at];
      await makeTransition(database, plan, { to_stage, at: `${year}-01-15T15:00:00Z` });
    }
}
