import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canActForBoard } from '../access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { boundByAgreement, takenFromBoard } from '../domain/board-assignment.ts';
import { findSchool } from '../entities.ts';
import { lockSchool, type Transaction } from '../locks.ts';
import { allow, refuseBroken } from '../refuse.ts';
import { requireBoard, requireSchool } from '../rows.ts';
import { fiscalYearNow, todayAsDate } from '../today.ts';
import { WorkforceBoardCodeEnum } from '../types/enums.ts';
import { School } from '../types/school.ts';

const AssignSchoolToBoardInput = builder.inputType('AssignSchoolToBoardInput', {
  description: 'Which school a board hands to another, against the board of its town.',
  fields: (t) => ({
    schoolCode: t.field({ type: 'DeseOrgCode', required: true, description: 'Which school.' }),
    boardCode: t.field({
      type: WorkforceBoardCodeEnum,
      required: true,
      description: 'The board that it will belong to.',
    }),
  }),
});
type Input = typeof AssignSchoolToBoardInput.$inferInput;

const AssignSchoolToBoardPayload = builder
  .objectRef<{ readonly schoolCode: string }>('AssignSchoolToBoardPayload')
  .implement({
    description: 'What was assigned.',
    classified: 'PUBLIC',
    fields: (t) => ({
      school: t.field({
        type: School,
        nullable: true,
        description: 'The school, with its board.',
        resolve: ({ schoolCode }, _args, context, info) => findSchool(context, schoolCode, info),
      }),
    }),
  });

/** Agreements of this year or a later one that were not given up. */
const coveringAgreements = (schoolCode: string, fiscalYear: number) => ({
  schools: { some: { schoolCode } },
  fiscalYear: { gte: fiscalYear },
  status: { not: 'TERMINATED' as const },
});

async function assign(transaction: Transaction, context: Context, input: Input): Promise<string> {
  const { schoolCode, boardCode } = input;
  const school = await lockSchool(transaction, schoolCode);
  refuseBroken(takenFromBoard(school, context.actor.board ?? ''));
  if (school.boardCode === boardCode) return schoolCode;
  const where = coveringAgreements(schoolCode, fiscalYearNow(context));
  const bound = await transaction.partnershipAgreement.count({ where });
  refuseBroken(boundByAgreement(school, bound > 0));
  await transaction.school.update({
    where: { deseCode: schoolCode },
    data: { boardCode, boardAssignedOn: todayAsDate(context) },
  });
  return schoolCode;
}

builder.mutationFields((t) => ({
  assignSchoolToBoard: t.field({
    type: AssignSchoolToBoardPayload,
    nullable: true,
    description:
      'Hands a school to another board than that of its town, as for a regional school that serves another region. For staff of the board that has it.',
    args: {
      input: t.arg({
        type: AssignSchoolToBoardInput,
        required: true,
        description: 'Which school to which board.',
      }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"assignSchoolToBoard"');
      const school = await requireSchool(context, input.schoolCode);
      await requireBoard(context, input.boardCode);
      // Whose school it is decides when it is assigned: a retry finds it with the other board already.
      const isBoard = canActForBoard(context.actor, context.actor.board ?? '');
      allow(isBoard, context, `assign school "${school.deseCode}" to a board`);
      const schoolCode = await once(
        context,
        { mutation: 'assignSchoolToBoard', key, input },
        (transaction: Transaction) => assign(transaction, context, input),
      );
      return { schoolCode };
    },
  }),
}));
