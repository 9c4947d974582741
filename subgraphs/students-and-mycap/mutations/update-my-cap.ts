import { badUserInput, forbidden } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isSchoolStaff } from '../access.ts';
import { builder } from '../builder.ts';
import type { Prisma } from '../generated/client/client.ts';
import { MAX_NAME } from '../limits.ts';
import { openPlanOf } from '../plans.ts';
import { requireStudent } from '../students.ts';
import { PlanStatusEnum } from '../types/enums.ts';
import { planPayload } from './payloads.ts';
import { EXPECTED_VERSION, requireChanged, requireVersion } from './version.ts';

const UpdateMyCapInput = builder.inputType('UpdateMyCapInput', {
  description: 'What staff note on a plan. What is left out stays as it is.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Whose open MyCAP plan.' }),
    expectedVersion: t.int({ required: true, description: EXPECTED_VERSION }),
    status: t.field({ type: PlanStatusEnum, description: 'Where it stands for the grade.' }),
    advisorId: t.id({ description: 'The caring adult who guides the plan: a staff contact.' }),
    localName: t.string({
      description: 'What the district calls it, such as an individualized student success plan.',
    }),
    massCoreOnTrack: t.boolean({ description: 'Whether MassCore will be completed.' }),
    fafsaCompleted: t.boolean({ description: 'Whether the FAFSA is completed.' }),
  }),
});
type Input = typeof UpdateMyCapInput.$inferInput;

const UpdateMyCapPayload = planPayload('UpdateMyCapPayload', 'The plan that was changed.');

function checkShape({ advisorId, localName }: Input): void {
  if (advisorId && !isUuid(advisorId)) throw badUserInput(`"advisorId" cannot be "${advisorId}".`);
  checkTexts({ localName }, MAX_NAME);
}

const given = <Value>(value: Value | null | undefined): Value | undefined => value ?? undefined;

builder.mutationField('updateMyCap', (t) =>
  t.field({
    type: UpdateMyCapPayload,
    nullable: true,
    description: "Notes on a student's open MyCAP plan what staff know: status, MassCore, FAFSA.",
    args: {
      input: t.arg({ type: UpdateMyCapInput, required: true, description: 'What is to change.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"updateMyCap"');
      checkShape(input);
      const student = await requireStudent(context, input.studentId);
      if (!isSchoolStaff(context.actor)) throw forbidden(context.actor.role, 'update a MyCAP plan');
      const planId = await once(
        context,
        { mutation: 'updateMyCap', key, input },
        async (transaction: Prisma.TransactionClient) => {
          const plan = openPlanOf(student);
          requireVersion('plan', plan, input.expectedVersion);
          const changed = await transaction.myCapPlan.updateMany({
            where: { id: plan.id, version: plan.version, openFor: student.id },
            data: {
              status: given(input.status),
              advisorId: given(input.advisorId),
              localName: given(input.localName),
              massCoreOnTrack: given(input.massCoreOnTrack),
              fafsaCompleted: given(input.fafsaCompleted),
              version: { increment: 1 },
            },
          });
          requireChanged('plan', changed);
          return plan.id;
        },
      );
      return { planId };
    },
  }),
);
