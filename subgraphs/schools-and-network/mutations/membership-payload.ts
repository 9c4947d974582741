import { planRead } from '../../../platform/graphql/plan-read.ts';
import { builder } from '../builder.ts';
import { findSchool } from '../entities.ts';
import { NetworkMembership } from '../types/network-membership.ts';
import { School } from '../types/school.ts';

type Answer = { readonly membershipId: string; readonly schoolCode: string };

/** What mutations of a school's membership answer: the membership, and the school with its tier. */
export const membershipPayload = (name: string, description: string) =>
  builder.objectRef<Answer>(name).implement({
    description,
    classified: 'PUBLIC',
    fields: (t) => ({
      membership: t.field({
        type: NetworkMembership,
        nullable: true,
        description: 'The membership, as it stands now.',
        resolve: async ({ membershipId: id }, _args, context, info) => {
          const query = planRead({ context, info });
          const rows = await context.read.many('networkMembership', { ...query, where: { id } });
          return rows[0] ?? null;
        },
      }),
      school: t.field({
        type: School,
        nullable: true,
        description: 'The school.',
        resolve: ({ schoolCode }, _args, context, info) => findSchool(context, schoolCode, info),
      }),
    }),
  });
