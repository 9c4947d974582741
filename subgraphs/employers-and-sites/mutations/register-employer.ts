import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { requireOwnBoard } from '../boards.ts';
import { builder } from '../builder.ts';
import { findEmployer } from '../entities.ts';
import { MAX_NAME } from '../limits.ts';
import { once } from '../once.ts';
import type { Transaction } from '../transaction.ts';
import { Employer } from '../types/employer.ts';
import { EmployerSectorEnum } from '../types/enums.ts';

const RegisterEmployerInput = builder.inputType('RegisterEmployerInput', {
  description: "An employer that begins to work with the caller's board.",
  fields: (t) => ({
    name: t.string({
      required: true,
      description: `What it is called; at most ${MAX_NAME} characters.`,
    }),
    sector: t.field({ type: EmployerSectorEnum, required: true, description: 'Who runs it.' }),
    naics: t.field({ type: 'NaicsCode', description: 'Its industry, where known.' }),
  }),
});

const RegisterEmployerPayload = builder
  .objectRef<{ readonly employerId: string }>('RegisterEmployerPayload')
  .implement({
    description: 'Who was registered.',
    classified: 'PUBLIC',
    fields: (t) => ({
      employer: t.field({
        type: Employer,
        description: 'The employer; it has no site yet.',
        resolve: ({ employerId }, _args, context, info) => findEmployer(context, employerId, info),
      }),
    }),
  });

builder.mutationFields((t) => ({
  registerEmployer: t.field({
    type: RegisterEmployerPayload,
    nullable: true,
    description: "Registers an employer with the caller's workforce board. For its staff.",
    args: {
      input: t.arg({ type: RegisterEmployerInput, required: true, description: 'Whom.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"registerEmployer"');
      checkTexts({ name: input.name }, MAX_NAME);
      const boardCode = requireOwnBoard(context, 'register an employer');
      const employerId = await once(
        context,
        { mutation: 'registerEmployer', key, input },
        async (transaction: Transaction) => {
          const { name, sector, naics = null } = input;
          const data = { name: name.trim(), sector, naics, boardCode };
          return (await transaction.employer.create({ data, select: { id: true } })).id;
        },
      );
      return { employerId };
    },
  }),
}));
