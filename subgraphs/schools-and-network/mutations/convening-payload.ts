import { planRead } from '../../../platform/graphql/plan-read.ts';
import { builder } from '../builder.ts';
import { Convening } from '../types/convening.ts';

/** What mutations of a convening answer. */
export const conveningPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly conveningId: string }>(name).implement({
    description,
    classified: 'PUBLIC',
    fields: (t) => ({
      convening: t.field({
        type: Convening,
        nullable: true,
        description: 'The convening, as it stands now.',
        resolve: async ({ conveningId: id }, _args, context, info) => {
          const query = planRead({ context, info });
          const rows = await context.read.many('convening', { ...query, where: { id } });
          return rows[0] ?? null;
        },
      }),
    }),
  });
