import { planRead } from '../../../platform/graphql/plan-read.ts';
import { visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import { StudentSupport } from '../types/student-support.ts';

/** The payload of a mutation that writes a support. */
export const supportPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly supportId: string }>(name).implement({
    description,
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      support: t.field({
        type: StudentSupport,
        classified: 'SPECIAL_CATEGORY',
        description: 'The support as it stands now.',
        resolve: async ({ supportId: id }, _args, context, info) => {
          const where = { id, student: visibleStudents(context.actor) };
          const query = planRead({ context, info });
          return (await context.read.many('studentSupport', { ...query, where }))[0] ?? null;
        },
      }),
    }),
  });
