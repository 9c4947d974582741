import { planRead } from '../../../platform/graphql/plan-read.ts';
import { visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import { MyCapMilestone } from '../types/my-cap-milestone.ts';

/** The payload of a mutation that writes a milestone. */
export const milestonePayload = (name: string, description: string) =>
  builder.objectRef<{ readonly milestoneId: string }>(name).implement({
    description,
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      milestone: t.field({
        type: MyCapMilestone,
        description: 'The milestone as it stands now.',
        resolve: async ({ milestoneId: id }, _args, context, info) => {
          const where = { id, plan: { student: visibleStudents(context.actor) } };
          const query = planRead({ context, info });
          return (await context.read.many('myCapMilestone', { ...query, where }))[0] ?? null;
        },
      }),
    }),
  });
