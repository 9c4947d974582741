import { forbidden, notFound, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { canMoveSupport, canRequestSupport, isSchoolStaff, visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { isOver, supportMove } from '../domain/support-status.ts';
import type { Prisma, StudentSupport } from '../generated/client/client.ts';
import { MAX_NAME } from '../limits.ts';
import { SupportStatusEnum } from '../types/enums.ts';
import { supportPayload } from './support-payload.ts';
import { EXPECTED_VERSION, requireChanged, requireVersion } from './version.ts';

const UpdateSupportInput = builder.inputType('UpdateSupportInput', {
  description: 'How a support goes on. What is left out stays as it is.',
  fields: (t) => ({
    supportId: t.id({ required: true, description: 'Which one.' }),
    expectedVersion: t.int({ required: true, description: EXPECTED_VERSION }),
    status: t.field({
      type: SupportStatusEnum,
      description: 'Where it stands now. A student may say `DECLINED_BY_STUDENT`.',
    }),
    neededBy: t.field({ type: 'Date', description: 'By when; staff only.' }),
    providerOrganization: t.string({ description: 'Who provides it; staff only.' }),
  }),
});
type Input = typeof UpdateSupportInput.$inferInput;

const UpdateSupportPayload = supportPayload('UpdateSupportPayload', 'What was changed.');

/** Whoever may not ask for supports is not told that there is one. */
async function requireSupport(context: Context, id: string): Promise<StudentSupport> {
  const where = { id, student: visibleStudents(context.actor) };
  const seen = canRequestSupport(context.actor) && isUuid(id);
  const [support] = seen ? await context.read.many('studentSupport', { where }) : [];
  if (!support) throw notFound('StudentSupport', id);
  return support;
}

function allow({ actor }: Context, { status, neededBy, providerOrganization }: Input): void {
  const declines = status && !neededBy && !providerOrganization && canMoveSupport(actor, status);
  if (!declines && !isSchoolStaff(actor)) throw forbidden(actor.role, 'update a support');
}

function requireMove(support: StudentSupport, to: StudentSupport['status']): void {
  const move = supportMove(support.status, to);
  if (move.status === 'fits' && !isOver(support.status)) return;
  const legal = move.status === 'illegal' ? move.legal : [];
  throw ruleViolated(
    'SUPPORT_STATUS',
    legal.length > 0
      ? `From ${support.status} a support goes on to ${legal.join(', ')}; not to ${to}.`
      : `A support that is ${support.status} is final. Request another one.`,
  );
}

async function change(
  transaction: Prisma.TransactionClient,
  support: StudentSupport,
  { status = null, neededBy, providerOrganization, expectedVersion }: Input,
): Promise<string> {
  requireVersion('support', support, expectedVersion);
  requireMove(support, status ?? support.status);
  const changed = await transaction.studentSupport.updateMany({
    where: { id: support.id, version: support.version },
    data: {
      status: status ?? support.status,
      neededBy: neededBy ?? support.neededBy,
      providerOrganization: providerOrganization ?? support.providerOrganization,
      version: { increment: 1 },
    },
  });
  requireChanged('support', changed);
  return support.id;
}

builder.mutationField('updateSupport', (t) =>
  t.field({
    type: UpdateSupportPayload,
    nullable: true,
    description: 'Moves a support on: approved, provided, not needed; or declined by the student.',
    args: {
      input: t.arg({ type: UpdateSupportInput, required: true, description: 'Which, and how.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"updateSupport"');
      checkTexts({ providerOrganization: input.providerOrganization }, MAX_NAME);
      const support = await requireSupport(context, input.supportId);
      allow(context, input);
      const supportId = await once(
        context,
        { mutation: 'updateSupport', key, input },
        (transaction: Prisma.TransactionClient) => change(transaction, support, input),
      );
      return { supportId };
    },
  }),
);
