import { builder } from '../builder.ts';
import { findDistrict } from '../entities.ts';

export const District = builder.prismaObject('District', {
  description: 'A school district.',
  classified: 'PUBLIC',
  fields: (t) => ({
    deseCode: t.expose('deseCode', {
      type: 'DeseOrgCode',
      nullable: false,
      description: 'The DESE code; it ends in `0000`.',
    }),
    name: t.exposeString('name', { nullable: false, description: 'Its name.' }),
    localPlanName: t.exposeString('localPlanName', {
      description:
        'What the district calls MyCAP, such as "Individualized Student Success Plan". Null where it says MyCAP.',
    }),
    schools: t.relation('schools', {
      nullable: false,
      query: { orderBy: { deseCode: 'asc' } },
      description: 'Its schools, in the order of their codes; the largest district has about 130.',
      directives: { listSize: { assumedSize: 130 } },
    }),
  }),
});

builder.asEntity(District, {
  key: builder.selection<{ deseCode: string }>('deseCode'),
  resolveReference: ({ deseCode }, context, info) => findDistrict(context, deseCode, info),
});
