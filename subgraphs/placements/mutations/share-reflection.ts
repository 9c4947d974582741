import { forbidden } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canReflect } from '../access.ts';
import { builder } from '../builder.ts';
import type { Transaction } from '../locked-placement.ts';
import { reflectionPayload } from '../types/reflection-payload.ts';
import { requireReflection } from '../visible-rows.ts';

const ShareReflectionInput = builder.inputType('ShareReflectionInput', {
  description: "A student's decision on who may read a reflection.",
  fields: (t) => ({
    reflectionId: t.id({ required: true, description: 'Which reflection.' }),
    sharePublicly: t.boolean({
      required: true,
      description: 'Whether others may read it; false takes it back.',
    }),
  }),
});

const ShareReflectionPayload = reflectionPayload('ShareReflectionPayload', 'What was decided.');

builder.mutationFields((t) => ({
  shareReflection: t.field({
    type: ShareReflectionPayload,
    nullable: true,
    description: 'Shares a reflection of the student who is signed in, or takes it back.',
    args: {
      input: t.arg({ type: ShareReflectionInput, required: true, description: 'The decision.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"shareReflection"');
      const { id } = await requireReflection(context, input.reflectionId);
      if (!canReflect(context.actor))
        throw forbidden(context.actor.role, "decide on a student's reflection");
      const reflectionId = await once(
        context,
        { mutation: 'shareReflection', key, input },
        async (transaction: Transaction) => {
          const { sharePublicly } = input;
          await transaction.reflection.update({ where: { id }, data: { sharePublicly } });
          return id;
        },
      );
      return { reflectionId };
    },
  }),
}));
