import { builder } from '../builder.ts';
import { PartnershipAgreement } from './partnership-agreement.ts';
import { School } from './school.ts';

builder.prismaObjectField(PartnershipAgreement, 'schools', (t) =>
  t.field({
    type: [School],
    nullable: false,
    description: "The schools it covers, in the order of their codes; at most all of a district's.",
    select: (_args, _context, nested) => ({
      schools: { select: { school: nested(true) }, orderBy: { schoolCode: 'asc' as const } },
    }),
    resolve: ({ schools }) => schools.map(({ school }) => school),
  }),
);
