import { badUserInput } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { canActForBoard } from '../access.ts';
import { builder } from '../builder.ts';
import { countedTooEarly } from '../domain/convening-day.ts';
import { lockConvening, type Transaction } from '../locks.ts';
import { allow, refuseBroken } from '../refuse.ts';
import { requireConvening } from '../rows.ts';
import { todayOf } from '../today.ts';
import { checkVersion, EXPECTED_VERSION } from './checks.ts';
import { conveningPayload } from './convening-payload.ts';

/** More than any hall of a region holds. */
const MAX_ATTENDANCE = 10_000;

const RecordConveningAttendanceInput = builder.inputType('RecordConveningAttendanceInput', {
  description: 'How many people came to a convening.',
  fields: (t) => ({
    conveningId: t.id({ required: true, description: 'The convening.' }),
    attendance: t.int({ required: true, description: 'How many people came; from 0 to 10,000.' }),
    expectedVersion: t.int({ description: EXPECTED_VERSION }),
  }),
});

const RecordConveningAttendancePayload = conveningPayload(
  'RecordConveningAttendancePayload',
  'The convening that was counted.',
);

function checkAttendance(attendance: number): void {
  if (attendance >= 0 && attendance <= MAX_ATTENDANCE) return;
  throw badUserInput(`"attendance" cannot be ${attendance}. It is from 0 to ${MAX_ATTENDANCE}.`);
}

builder.mutationFields((t) => ({
  recordConveningAttendance: t.field({
    type: RecordConveningAttendancePayload,
    nullable: true,
    description:
      'Records how many people came to a convening, on its day or after; another count corrects it. For staff of the board.',
    args: {
      input: t.arg({
        type: RecordConveningAttendanceInput,
        required: true,
        description: 'How many came to which.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"recordConveningAttendance"');
      checkAttendance(input.attendance);
      const { id, boardCode } = await requireConvening(context, input.conveningId);
      allow(canActForBoard(context.actor, boardCode), context, `count for board ${boardCode}`);
      const conveningId = await once(
        context,
        { mutation: 'recordConveningAttendance', key, input },
        async (transaction: Transaction) => {
          const { date, version } = await lockConvening(transaction, id);
          checkVersion(input.expectedVersion, version);
          refuseBroken(countedTooEarly(isoDay(date), todayOf(context)));
          const data = { attendance: input.attendance, version: { increment: 1 } };
          await transaction.convening.update({ where: { id }, data });
          return id;
        },
      );
      return { conveningId };
    },
  }),
}));
