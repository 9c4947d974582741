import { forbidden, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { dayInMassachusetts, isoDay } from '../../../platform/massachusetts-time.ts';
import { canReflect } from '../access.ts';
import { builder } from '../builder.ts';
import { reflectionDateFit } from '../domain/reflection-date.ts';
import { HAS_BEGUN } from '../domain/under-way.ts';
import { lockPlacement, requireStatus, type Transaction } from '../locked-placement.ts';
import { reflectionPayload } from '../types/reflection-payload.ts';
import { requirePlacement } from '../visible-rows.ts';

const MAX_PROMPT = 500;
/** In characters: about two pages. */
const MAX_TEXT = 5_000;

const AddReflectionInput = builder.inputType('AddReflectionInput', {
  description: 'What a student thinks of an experience.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'Of which placement.' }),
    prompt: t.string({ required: true, description: 'The question; at most 500 characters.' }),
    text: t.string({ required: true, description: 'The answer; at most 5,000 characters.' }),
    date: t.field({
      type: 'Date',
      description:
        'When it was written: from the first day of the placement to today. Today where not given.',
    }),
    sharePublicly: t.boolean({
      description: 'Whether others may read it. Where it is not given, they may not.',
    }),
  }),
});
type Input = typeof AddReflectionInput.$inferInput;

const AddReflectionPayload = reflectionPayload('AddReflectionPayload', 'What was added.');

async function write(transaction: Transaction, input: Input, today: string): Promise<string> {
  const { placementId, prompt, text, sharePublicly } = input;
  const placement = await lockPlacement(transaction, placementId);
  requireStatus(placement, HAS_BEGUN, 'be reflected on');
  const day = input.date ? isoDay(input.date) : today;
  const fit = reflectionDateFit(day, isoDay(placement.startDate), today);
  if (fit.status === 'before-the-start')
    throw ruleViolated(
      'REFLECTION_DATE',
      `"${day}" is before the placement starts on ${fit.start}.`,
    );
  if (fit.status === 'in-the-future')
    throw ruleViolated('REFLECTION_DATE', `"${day}" is in the future; today is ${fit.today}.`);
  const date = new Date(day);
  const { id } = await transaction.reflection.create({
    data: { placementId, prompt, text, date, sharePublicly: sharePublicly ?? false },
    select: { id: true },
  });
  return id;
}

builder.mutationFields((t) => ({
  addReflection: t.field({
    type: AddReflectionPayload,
    nullable: true,
    description: "Adds a student's reflection on a placement of their own.",
    args: {
      input: t.arg({ type: AddReflectionInput, required: true, description: 'The reflection.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"addReflection"');
      checkTexts({ prompt: input.prompt }, MAX_PROMPT);
      checkTexts({ text: input.text }, MAX_TEXT);
      await requirePlacement(context, input.placementId);
      if (!canReflect(context.actor)) throw forbidden(context.actor.role, 'reflect for a student');
      const today = dayInMassachusetts(context.now);
      const reflectionId = await once(
        context,
        { mutation: 'addReflection', key, input },
        (transaction: Transaction) => write(transaction, input, today),
      );
      return { reflectionId };
    },
  }),
}));
