import { notFound, ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { visibleSupervisors } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { once } from '../once.ts';
import { requireSpokenFor } from '../sites.ts';
import type { Transaction } from '../transaction.ts';
import { supervisorPayload } from './supervisor-payload.ts';

const EndSupervisionInput = builder.inputType('EndSupervisionInput', {
  description: 'Who leaves, and when.',
  fields: (t) => ({
    supervisorId: t.id({ required: true, description: 'Who leaves.' }),
    leftOn: t.field({
      type: 'Date',
      required: true,
      description: 'The first day on which they no longer supervise; it may be ahead.',
    }),
  }),
});
type Input = typeof EndSupervisionInput.$inferInput;

const EndSupervisionPayload = supervisorPayload('EndSupervisionPayload', 'Who leaves.');

async function requireSupervisor(context: Context, id: string) {
  const where = { AND: [{ id }, visibleSupervisors(context.actor)] };
  const found = isUuid(id) ? await context.read.many('supervisor', { where }) : [];
  const [supervisor] = found;
  if (!supervisor) throw notFound('Supervisor', id);
  await requireSpokenFor(context, supervisor.siteId, 'end supervision at this site');
}

/** Of two who end it at once, the second is told of the first. */
async function end(transaction: Transaction, { supervisorId: id, leftOn }: Input) {
  const { count } = await transaction.supervisor.updateMany({
    where: { id, leftOn: null },
    data: { leftOn },
  });
  if (count > 0) return id;
  const known = await transaction.supervisor.findUniqueOrThrow({ where: { id } });
  if (known.leftOn && isoDay(known.leftOn) === isoDay(leftOn)) return id;
  throw ruleViolated(
    'SUPERVISION_ENDED',
    `Supervisor "${id}" left on ${known.leftOn && isoDay(known.leftOn)} already. Whoever comes back is added anew.`,
  );
}

builder.mutationFields((t) => ({
  endSupervision: t.field({
    type: EndSupervisionPayload,
    nullable: true,
    description:
      "Notes that a supervisor leaves a site; what they wrote stays. For staff of the region's board, and the employer.",
    args: {
      input: t.arg({ type: EndSupervisionInput, required: true, description: 'Who, and when.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"endSupervision"');
      await requireSupervisor(context, input.supervisorId);
      const supervisorId = await once(
        context,
        { mutation: 'endSupervision', key, input },
        (transaction: Transaction) => end(transaction, input),
      );
      return { supervisorId };
    },
  }),
}));
