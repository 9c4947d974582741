import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { requireOwnBoard } from '../boards.ts';
import { builder } from '../builder.ts';
import { findOpportunityProgram } from '../entities.ts';
import { checkList, MAX_NAME, MAX_NAMED, MAX_TEXT } from '../limits.ts';
import { once } from '../once.ts';
import { requireHostAndProgram } from '../opportunities.ts';
import type { Transaction } from '../transaction.ts';
import { SeasonEnum } from '../types/enums.ts';
import { OpportunityProgram } from '../types/opportunity-program.ts';

const WraparoundSupportInput = builder.inputType('WraparoundSupportInput', {
  description: 'What a partner gives to everyone in a program.',
  fields: (t) => ({
    provider: t.string({ required: true, description: 'The partner, by name.' }),
    summary: t.string({ required: true, description: 'What it gives.' }),
  }),
});

const AnnounceProgramInput = builder.inputType('AnnounceProgramInput', {
  description: 'Opportunities under one name.',
  fields: (t) => ({
    name: t.string({
      required: true,
      description: `What it is called; at most ${MAX_NAME} characters.`,
    }),
    summary: t.string({
      required: true,
      description: `What it is, for students and families; at most ${MAX_TEXT} characters.`,
    }),
    season: t.field({ type: SeasonEnum, required: true, description: 'When in a year it is.' }),
    fiscalYear: t.field({
      type: 'FiscalYear',
      required: true,
      description: 'The fiscal year in which it starts.',
    }),
    hostId: t.id({ description: 'The employer that runs it; none for a campaign.' }),
    wraparoundSupports: t.field({
      type: [WraparoundSupportInput],
      description: `What partners give beside the work; at most ${MAX_NAMED}.`,
    }),
  }),
});
type Input = typeof AnnounceProgramInput.$inferInput;

const AnnounceProgramPayload = builder
  .objectRef<{ readonly programId: string }>('AnnounceProgramPayload')
  .implement({
    description: 'What was announced.',
    classified: 'PUBLIC',
    fields: (t) => ({
      program: t.field({
        type: OpportunityProgram,
        description: 'The program; opportunities name it when they are published.',
        resolve: ({ programId }, _args, context, info) =>
          findOpportunityProgram(context, programId, info),
      }),
    }),
  });

function checkShape({ name, summary, wraparoundSupports }: Input): void {
  checkTexts({ name }, MAX_NAME);
  checkTexts({ summary }, MAX_TEXT);
  checkList('wraparoundSupports', wraparoundSupports, MAX_NAMED);
  for (const support of wraparoundSupports ?? []) {
    checkTexts({ provider: support.provider }, MAX_NAME);
    checkTexts({ summary: support.summary }, MAX_TEXT);
  }
}

builder.mutationFields((t) => ({
  announceProgram: t.field({
    type: AnnounceProgramPayload,
    nullable: true,
    description:
      "Announces a campaign, or a host's program at several worksites, that opportunities can be part of. For staff of workforce boards.",
    args: {
      input: t.arg({ type: AnnounceProgramInput, required: true, description: 'Which program.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"announceProgram"');
      checkShape(input);
      const boardCode = requireOwnBoard(context, 'announce a program');
      await requireHostAndProgram(context, { programHostId: input.hostId });
      const programId = await once(
        context,
        { mutation: 'announceProgram', key, input },
        async (transaction: Transaction) => {
          const { name, summary, season, fiscalYear, hostId, wraparoundSupports } = input;
          const supports = {
            create: (wraparoundSupports ?? []).map((support) => ({ ...support })),
          };
          const data = { name, summary, season, fiscalYear, hostId: hostId ?? null, boardCode };
          const { opportunityProgram } = transaction;
          const made = await opportunityProgram.create({
            data: { ...data, supports },
            select: { id: true },
          });
          return made.id;
        },
      );
      return { programId };
    },
  }),
}));
