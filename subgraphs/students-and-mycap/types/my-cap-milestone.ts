import { builder } from '../builder.ts';
import { CompletedWhereEnum, MilestoneStatusEnum, MyCapDomainEnum } from './enums.ts';

export const MyCapMilestone = builder.prismaObject('MyCapMilestone', {
  description: 'A task of the plan, by domain and grade.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    domain: t.expose('domain', { type: MyCapDomainEnum, description: 'The domain it belongs to.' }),
    grade: t.exposeInt('grade', { description: 'The grade it is meant for.' }),
    title: t.exposeString('title', { description: 'What is to be done.' }),
    status: t.expose('status', { type: MilestoneStatusEnum, description: 'Where it stands.' }),
    completedOn: t.expose('completedOn', {
      type: 'Date',
      description: 'When it was completed; null until then.',
    }),
    completedWhere: t.expose('completedWhere', {
      type: CompletedWhereEnum,
      description: 'Where it was worked on. Null where nobody said.',
    }),
    virtual: t.exposeBoolean('virtual', {
      description: 'Whether it is a distance lesson or was done online.',
    }),
    artifactUrl: t.exposeString('artifactUrl', { description: 'Where the work can be seen.' }),
  }),
});
