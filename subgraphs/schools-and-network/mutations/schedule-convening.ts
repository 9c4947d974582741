import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { canActForBoard } from '../access.ts';
import { builder } from '../builder.ts';
import { convenedTooEarly } from '../domain/convening-day.ts';
import type { Transaction } from '../locks.ts';
import { allow, refuseBroken } from '../refuse.ts';
import { requireBoard } from '../rows.ts';
import { todayOf } from '../today.ts';
import { WorkforceBoardCodeEnum } from '../types/enums.ts';
import { conveningPayload } from './convening-payload.ts';

const MAX_TITLE = 200;

const ScheduleConveningInput = builder.inputType('ScheduleConveningInput', {
  description: 'A regional convening that a board will hold.',
  fields: (t) => ({
    boardCode: t.field({
      type: WorkforceBoardCodeEnum,
      required: true,
      description: 'Which board holds it.',
    }),
    date: t.field({ type: 'Date', required: true, description: 'The day: today or later.' }),
    title: t.string({ required: true, description: 'What it is called; at most 200 characters.' }),
    openToAllSchools: t.boolean({
      defaultValue: true,
      required: true,
      description: 'Whether every school of the region may come, as to one of them a year.',
    }),
  }),
});

const ScheduleConveningPayload = conveningPayload(
  'ScheduleConveningPayload',
  'What was scheduled.',
);

builder.mutationFields((t) => ({
  scheduleConvening: t.field({
    type: ScheduleConveningPayload,
    nullable: true,
    description: 'Schedules a regional convening. For staff of the board.',
    args: {
      input: t.arg({ type: ScheduleConveningInput, required: true, description: 'What and when.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"scheduleConvening"');
      checkTexts({ title: input.title }, MAX_TITLE);
      const { boardCode, date, title, openToAllSchools } = input;
      await requireBoard(context, boardCode);
      allow(canActForBoard(context.actor, boardCode), context, `convene for board ${boardCode}`);
      const conveningId = await once(
        context,
        { mutation: 'scheduleConvening', key, input },
        async (transaction: Transaction) => {
          refuseBroken(convenedTooEarly(isoDay(date), todayOf(context)));
          const data = { boardCode, date, title, openToAllSchools };
          return (await transaction.convening.create({ data, select: { id: true } })).id;
        },
      );
      return { conveningId };
    },
  }),
}));
