import { builder } from '../builder.ts';
import { findGoal } from '../plans.ts';
import { MilestoneStatusEnum, MyCapDomainEnum } from './enums.ts';

export const MyCapGoal = builder.prismaObject('MyCapGoal', {
  description: "A goal in a student's plan.",
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    domain: t.expose('domain', { type: MyCapDomainEnum, description: 'The domain it belongs to.' }),
    text: t.exposeString('text', { description: "The goal in the student's words." }),
    targetDate: t.expose('targetDate', { type: 'Date', description: 'By when.' }),
    status: t.expose('status', { type: MilestoneStatusEnum, description: 'Where it stands.' }),
    version: t.exposeInt('version', {
      description: 'One more for each change: send it as `expectedVersion`.',
    }),
    targetSoc: t.expose('targetSoc', {
      type: 'SocCode',
      description: 'The occupation aimed at, where the goal names one.',
    }),
  }),
});

builder.asEntity(MyCapGoal, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findGoal(context, id, info),
});
