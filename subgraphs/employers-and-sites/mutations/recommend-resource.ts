import { badUserInput } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { planRead } from '../../../platform/graphql/plan-read.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { requireOwnBoard } from '../boards.ts';
import { builder } from '../builder.ts';
import { MAX_NAME, MAX_TEXT } from '../limits.ts';
import { once } from '../once.ts';
import type { Transaction } from '../transaction.ts';
import { OnboardingStepEnum } from '../types/enums.ts';
import { OnboardingResource } from '../types/onboarding-resource.ts';

const RecommendResourceInput = builder.inputType('RecommendResourceInput', {
  description: 'What helps with the onboarding of sites.',
  fields: (t) => ({
    title: t.string({
      required: true,
      description: `What it is called; at most ${MAX_NAME} characters.`,
    }),
    summary: t.string({
      required: true,
      description: `What it is good for; at most ${MAX_TEXT} characters.`,
    }),
    url: t.string({ required: true, description: 'Where it stands: an https address.' }),
    step: t.field({
      type: OnboardingStepEnum,
      description: 'The step it helps with; none where it is about all of them.',
    }),
  }),
});
type Input = typeof RecommendResourceInput.$inferInput;

const RecommendResourcePayload = builder
  .objectRef<{ readonly resourceId: string }>('RecommendResourcePayload')
  .implement({
    description: 'What was recommended.',
    classified: 'STAFF_DIRECTORY',
    fields: (t) => ({
      resource: t.field({
        type: OnboardingResource,
        description: 'The resource.',
        resolve: async ({ resourceId: id }, _args, context, info) => {
          const query = planRead({ context, info });
          const rows = await context.read.many('onboardingResource', { ...query, where: { id } });
          return rows[0] ?? null;
        },
      }),
    }),
  });

function checkShape({ title, summary, url }: Input): void {
  checkTexts({ title, url }, MAX_NAME);
  checkTexts({ summary }, MAX_TEXT);
  if (!URL.canParse(url) || !url.startsWith('https://'))
    throw badUserInput(`"url" cannot be "${url}". It begins with "https://".`);
}

builder.mutationFields((t) => ({
  recommendResource: t.field({
    type: RecommendResourcePayload,
    nullable: true,
    description:
      'Recommends to the colleagues of all boards what helps with the onboarding of sites. For staff of workforce boards.',
    args: {
      input: t.arg({ type: RecommendResourceInput, required: true, description: 'What.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      const recommendedBy = requireSignedIn(context, '"recommendResource"');
      checkShape(input);
      const boardCode = requireOwnBoard(context, 'recommend a resource');
      const recommendedOn = new Date(dayInMassachusetts(context.now));
      const resourceId = await once(
        context,
        { mutation: 'recommendResource', key, input },
        async (transaction: Transaction) => {
          const { title, summary, url, step = null } = input;
          const data = { title, summary, url, step, boardCode, recommendedOn, recommendedBy };
          return (await transaction.onboardingResource.create({ data, select: { id: true } })).id;
        },
      );
      return { resourceId };
    },
  }),
}));
