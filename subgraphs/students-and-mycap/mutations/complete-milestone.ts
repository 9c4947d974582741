import { badUserInput, forbidden, notFound, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { canWriteMyCap, visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { completionFit } from '../domain/milestone-completion.ts';
import type { Prisma } from '../generated/client/client.ts';
import { MAX_URL } from '../limits.ts';
import { CompletedWhereEnum } from '../types/enums.ts';
import { today } from './dates.ts';
import { milestonePayload } from './milestone-payload.ts';
import { requireChanged } from './version.ts';

const CompleteMilestoneInput = builder.inputType('CompleteMilestoneInput', {
  description: 'A milestone that is done.',
  fields: (t) => ({
    milestoneId: t.id({ required: true, description: 'Which one.' }),
    completedOn: t.field({
      type: 'Date',
      description: 'When: from the day the plan was opened to today. It must be given.',
    }),
    completedWhere: t.field({ type: CompletedWhereEnum, description: 'Where it was worked on.' }),
    virtual: t.boolean({ description: 'Whether it was done online.' }),
    artifactUrl: t.string({
      description: 'Where the work can be seen: an https address of at most 2,000 characters.',
    }),
  }),
});
type Input = typeof CompleteMilestoneInput.$inferInput;

const CompleteMilestonePayload = milestonePayload(
  'CompleteMilestonePayload',
  'What was completed.',
);

/** A link that a browser may be sent to. */
const WEB_ADDRESS = /^https:\/\/[^\s/]+(\/\S*)?$/;

function checkShape({ artifactUrl }: Input): void {
  checkTexts({ artifactUrl }, MAX_URL);
  if (artifactUrl && !WEB_ADDRESS.test(artifactUrl))
    throw badUserInput('"artifactUrl" is an address that begins with "https://".');
}

async function requireMilestone(context: Context, id: string) {
  const where = { id, plan: { student: visibleStudents(context.actor) } };
  const include = { plan: true } as const;
  const [found] = isUuid(id) ? await context.read.many('myCapMilestone', { where, include }) : [];
  if (!found) throw notFound('MyCapMilestone', id);
  return found;
}
type Milestone = Awaited<ReturnType<typeof requireMilestone>>;

function requireCompletion(context: Context, { status, plan }: Milestone, day: Date | null): Date {
  if (!plan.openFor) throw ruleViolated('NO_OPEN_PLAN', 'The plan of the milestone is closed.');
  const openedOn = isoDay(plan.openedOn);
  const fit = completionFit({ status, openedOn }, day && isoDay(day), today(context));
  switch (fit.status) {
    case 'fits':
      return new Date(fit.completedOn);
    case 'done-already':
      throw ruleViolated('MILESTONE_DONE_ALREADY', `The milestone is ${fit.as}.`);
    case 'without-a-date':
      throw ruleViolated('COMPLETED_NEEDS_DATE', 'A completed milestone needs "completedOn".');
    case 'before-the-plan':
      throw ruleViolated('COMPLETION_DATE', `The plan was opened on ${fit.opened}, not before.`);
    case 'in-the-future':
      throw ruleViolated(
        'COMPLETION_DATE',
        `"completedOn" is in the future; today is ${fit.today}.`,
      );
  }
}

builder.mutationField('completeMilestone', (t) =>
  t.field({
    type: CompleteMilestonePayload,
    nullable: true,
    description: 'Completes a milestone of an open MyCAP plan.',
    args: {
      input: t.arg({
        type: CompleteMilestoneInput,
        required: true,
        description: 'Which, and when.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"completeMilestone"');
      checkShape(input);
      const milestone = await requireMilestone(context, input.milestoneId);
      if (!canWriteMyCap(context.actor))
        throw forbidden(context.actor.role, 'complete a milestone');
      const milestoneId = await once(
        context,
        { mutation: 'completeMilestone', key, input },
        async (transaction: Prisma.TransactionClient) => {
          const completedOn = requireCompletion(context, milestone, input.completedOn ?? null);
          const { id, status, completedWhere, virtual, artifactUrl } = milestone;
          const changed = await transaction.myCapMilestone.updateMany({
            where: { id, status },
            data: {
              status: 'COMPLETED',
              completedOn,
              completedWhere: input.completedWhere ?? completedWhere,
              virtual: input.virtual ?? virtual,
              artifactUrl: input.artifactUrl ?? artifactUrl,
            },
          });
          requireChanged('milestone', changed);
          return id;
        },
      );
      return { milestoneId };
    },
  }),
);
