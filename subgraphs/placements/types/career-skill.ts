import { builder } from '../builder.ts';

export const CareerSkill = builder.prismaObject('CareerSkill', {
  description: 'A skill of the career and the workplace that a plan names.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    definition: t.exposeString('definition', { description: 'What is meant by it.' }),
  }),
});
