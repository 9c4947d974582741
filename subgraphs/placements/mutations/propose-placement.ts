import { z } from 'zod';
import { badUserInput, forbidden, notFound, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { canAct, placeableStudents } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { schoolOn } from '../domain/enrollment.ts';
import { seasonOf } from '../domain/season.ts';
import type { StudentRef } from '../generated/client/client.ts';
import type { Transaction } from '../locked-placement.ts';
import { requireCompliance, requireKnown } from '../moves/check-rules.ts';
import type { Mover } from '../moves/move-placement.ts';
import { type Terms, termsOfFound, termsOfOpportunity } from '../moves/offered-place.ts';
import { placementPayload } from '../moves/placement-payload.ts';
import {
  checkProposed,
  type ProposedPlacement,
  ProposePlacementInput,
} from '../moves/proposed-placement.ts';

const ProposePlacementPayload = placementPayload('ProposePlacementPayload', 'What was proposed.');

/** The student, if the actor may see them here at all. */
async function requireStudent({ read, actor }: Context, studentId: string): Promise<StudentRef> {
  const where = { AND: [{ studentId }, placeableStudents(actor)] };
  const [student] = isUuid(studentId) ? await read.many('studentRef', { where }) : [];
  if (!student) throw notFound('Student', studentId);
  return student;
}

const enrollments = z.array(
  z.object({ schoolCode: z.string(), enteredOn: z.string(), leftOn: z.string().nullish() }),
);

function requireSchool(student: StudentRef, startDate: Date): string {
  const start = isoDay(startDate);
  const school = schoolOn(enrollments.parse(student.enrollments), start);
  if (school) return school;
  throw ruleViolated(
    'NOT_ENROLLED',
    `Student "${student.studentId}" is enrolled at no school on the first day, ${start}.`,
  );
}

function requireGoal({ goalIds }: StudentRef, goalId: string | null | undefined): void {
  if (goalId && !goalIds.includes(goalId)) throw notFound('MyCapGoal', goalId);
}

/** The row of a placement, apart from what a place brings. */
function rowOf(input: ProposedPlacement, { wblType, opportunityId, startDate, endDate }: Terms) {
  const isOffered = opportunityId !== null;
  const days = { start: isoDay(startDate), end: endDate && isoDay(endDate) };
  return {
    studentId: input.studentId,
    status: 'PROPOSED',
    season: seasonOf(days),
    credits: input.credits ?? null,
    employerLed: input.employerLed ?? (isOffered && wblType === 'CAPSTONE'),
    externalClient: input.externalClient ?? (isOffered && wblType === 'SIMULATION'),
    brokerRole: input.brokerRole ?? 'NOT_BROKERED',
    brokeredBy: input.brokeredBy ?? null,
    myCapGoalId: input.myCapGoalId ?? null,
    teamId: input.teamId ?? null,
  } as const;
}

async function write(
  transaction: Transaction,
  {
    input,
    student,
    by,
    now,
  }: Mover & { readonly input: ProposedPlacement; readonly student: StudentRef },
): Promise<string> {
  const { opportunityId, place, note } = input;
  const terms = opportunityId
    ? await termsOfOpportunity(transaction, opportunityId, student)
    : place && (await termsOfFound(transaction, place));
  if (!terms) throw badUserInput('Either "opportunityId" or "place" is given, and not both.');
  requireGoal(student, input.myCapGoalId);
  const schoolCode = requireSchool(student, terms.startDate);
  const school = await transaction.schoolRef.findUnique({ where: { deseCode: schoolCode } });
  const boardCode = school?.boardCode ?? student.boardCode;
  const { id } = await transaction.placement.create({
    data: { ...terms, ...rowOf(input, terms), schoolCode, boardCode },
    select: { id: true },
  });
  const event = { placementId: id, toStatus: 'PROPOSED', at: now, by, note: note ?? null } as const;
  await transaction.placementEvent.create({ data: event });
  requireCompliance(await requireKnown(transaction, id, now), 'PROPOSED');
  return id;
}

builder.mutationFields((t) => ({
  proposePlacement: t.field({
    type: ProposePlacementPayload,
    nullable: true,
    description: 'Proposes a placement; no slot is taken before it is matched.',
    args: {
      input: t.arg({ type: ProposePlacementInput, required: true, description: 'The placement.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const by = requireSignedIn(context, '"proposePlacement"');
      checkProposed(input);
      const student = await requireStudent(context, input.studentId);
      if (!canAct(context.actor, 'propose'))
        throw forbidden(context.actor.role, 'propose a placement');
      const placementId = await once(
        context,
        { mutation: 'proposePlacement', key, input },
        (transaction: Transaction) => write(transaction, { input, student, by, now: context.now }),
      );
      return { placementId };
    },
  }),
}));
