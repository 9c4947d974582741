import { badUserInput, conflict, forbidden, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { isSchoolStaff } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { type InProgram, isConcentrator, type PathwayFit, pathwayFit } from '../domain/pathway.ts';
import type { Prisma } from '../generated/client/client.ts';
import { type KnownStudent, requireStudent } from '../students.ts';
import { dayOrToday, requireDayWithin, today } from './dates.ts';
import { studentPayload } from './payloads.ts';
import { unlessTaken } from './unless-taken.ts';
import { requireChanged } from './version.ts';

/** Courses of a year; more than that nobody takes in six years. */
const MAX_COURSES = 40;

const EnrollInPathwayInput = builder.inputType('EnrollInPathwayInput', {
  description:
    'A program of study that a student takes up, or courses completed in the one they are in.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Who.' }),
    programId: t.id({ required: true, description: "A program of the student's school." }),
    since: t.field({ type: 'Date', description: 'The first day in it; today where not given.' }),
    technicalCoursesCompleted: t.int({
      description: 'In full-year equivalents, up to now. Two make a concentrator.',
    }),
    advancedCoursesCompleted: t.int({ description: 'In full-year equivalents, up to now.' }),
    leavesPresentProgram: t.boolean({
      description:
        "Whether the student gives up Early College for an Innovation Career Pathway, or the other way round. Who is in both is in a program of type `EARLY_COLLEGE_AND_ICP`, code 04 in the state's records.",
    }),
  }),
});
type Input = typeof EnrollInPathwayInput.$inferInput;

const EnrollInPathwayPayload = studentPayload('EnrollInPathwayPayload', 'Who was enrolled.');

function checkShape({ technicalCoursesCompleted, advancedCoursesCompleted }: Input): void {
  for (const [name, count] of Object.entries({
    technicalCoursesCompleted,
    advancedCoursesCompleted,
  })) {
    if (count !== null && count !== undefined && (count < 0 || count > MAX_COURSES))
      throw badUserInput(`"${name}" cannot be ${count}. It is from 0 to ${MAX_COURSES}.`);
  }
}

function requirePathwayFit(fit: PathwayFit, { programId }: Input): void {
  switch (fit.status) {
    case 'fits':
      return;
    case 'unknown':
      throw ruleViolated('PROGRAM_UNKNOWN', `There is no program with the id "${programId}".`);
    case 'at-another-school':
      throw ruleViolated(
        'PROGRAM_AT_ANOTHER_SCHOOL',
        `The program is one of school "${fit.schoolCode}", not of the student's.`,
      );
    case 'both-is-one-program':
      throw ruleViolated(
        'PATHWAYS_COMBINE',
        'Early College and an Innovation Career Pathway together are one program of type EARLY_COLLEGE_AND_ICP. Enroll in that, or say "leavesPresentProgram".',
      );
    case 'before-the-present':
      throw ruleViolated('PATHWAY_DATE', `The student is in a program since ${fit.since}.`);
    case 'courses-lost':
      throw ruleViolated('COURSES_LOST', 'Completed courses are added to, never taken away.');
  }
}

type Transaction = Prisma.TransactionClient;

/** What was told of a program; what cannot be an id is none. */
const programOf = (transaction: Transaction, id: string) =>
  isUuid(id) ? transaction.programRef.findUnique({ where: { id } }) : null;

async function presentOf(
  transaction: Transaction,
  { pathway }: KnownStudent,
): Promise<InProgram | null> {
  if (!pathway) return null;
  const { programId, since, technicalCoursesCompleted, advancedCoursesCompleted } = pathway;
  const program = await programOf(transaction, programId);
  return {
    programId,
    type: program?.type ?? 'NONE',
    since: isoDay(since),
    courses: { technical: technicalCoursesCompleted, advanced: advancedCoursesCompleted },
  };
}

/** Courses count within one program: in another one they begin anew. */
function coursesOf({ programId, ...input }: Input, present: InProgram | null) {
  const known = present?.programId === programId ? present.courses : { technical: 0, advanced: 0 };
  return {
    technical: input.technicalCoursesCompleted ?? known.technical,
    advanced: input.advancedCoursesCompleted ?? known.advanced,
  };
}

async function checked(
  context: Context,
  transaction: Transaction,
  student: KnownStudent,
  input: Input,
) {
  const { programId: id, leavesPresentProgram } = input;
  const present = await presentOf(transaction, student);
  const stays = present?.programId === id && !input.since;
  const since = stays ? present.since : dayOrToday(context, input.since);
  requireDayWithin('PATHWAY_DATE', since, {
    from: isoDay(student.dateOfBirth),
    to: today(context),
  });
  const program = await programOf(transaction, id);
  const courses = coursesOf(input, present);
  const { schoolCode } = student;
  const wish = { schoolCode, since, courses, leavesPresent: leavesPresentProgram ?? false };
  requirePathwayFit(pathwayFit(present, program, wish), input);
  return {
    programId: id,
    since: new Date(since),
    technicalCoursesCompleted: courses.technical,
    advancedCoursesCompleted: courses.advanced,
    concentrator: isConcentrator(courses.technical),
  };
}

async function enroll(
  context: Context,
  transaction: Transaction,
  student: KnownStudent,
  input: Input,
) {
  const { id: studentId, pathway } = student;
  const data = await checked(context, transaction, student, input);
  if (!pathway) {
    await unlessTaken(transaction.pathwayEnrollment.create({ data: { studentId, ...data } }), () =>
      conflict('Somebody else enrolled the student in a program at this moment. Read it again.'),
    );
    return;
  }
  const { programId, technicalCoursesCompleted, advancedCoursesCompleted } = pathway;
  const where = { studentId, programId, technicalCoursesCompleted, advancedCoursesCompleted };
  requireChanged('pathway', await transaction.pathwayEnrollment.updateMany({ where, data }));
}

builder.mutationField('enrollInPathway', (t) =>
  t.field({
    type: EnrollInPathwayPayload,
    nullable: true,
    description:
      "Enrolls a student in a program of their school, or counts courses in the one they're in.",
    args: {
      input: t.arg({ type: EnrollInPathwayInput, required: true, description: 'Who, in what.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"enrollInPathway"');
      checkShape(input);
      const student = await requireStudent(context, input.studentId);
      if (!isSchoolStaff(context.actor))
        throw forbidden(context.actor.role, 'enroll students in a pathway');
      const studentId = await once(
        context,
        { mutation: 'enrollInPathway', key, input },
        async (transaction: Transaction) => {
          await enroll(context, transaction, student, input);
          return student.id;
        },
      );
      return { studentId };
    },
  }),
);
