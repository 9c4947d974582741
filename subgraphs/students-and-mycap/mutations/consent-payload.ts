import { planRead } from '../../../platform/graphql/plan-read.ts';
import { visibleStudents } from '../access.ts';
import { builder } from '../builder.ts';
import { Consent } from '../types/consent.ts';

/** The payload of a mutation that writes a consent. */
export const consentPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly consentId: string }>(name).implement({
    description,
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      consent: t.field({
        type: Consent,
        description: 'The consent as it stands now.',
        resolve: async ({ consentId: id }, _args, context, info) => {
          const where = { id, student: visibleStudents(context.actor) };
          const query = planRead({ context, info });
          return (await context.read.many('consent', { ...query, where }))[0] ?? null;
        },
      }),
    }),
  });
