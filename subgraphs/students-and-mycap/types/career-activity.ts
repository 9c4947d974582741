import { builder } from '../builder.ts';
import { ActivityTypeEnum, CareerStageEnum } from './enums.ts';
import { CareerEventRef } from './foreign-refs.ts';

export const CareerActivity = builder.prismaObject('CareerActivity', {
  description: 'One thing a student did in a stage of the Career Development Model.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    type: t.expose('type', { type: ActivityTypeEnum, description: 'What it was.' }),
    stage: t.expose('stage', {
      type: CareerStageEnum,
      description: "The stage that the model's chart gives it.",
    }),
    date: t.expose('date', { type: 'Date', description: 'When it was done.' }),
    event: t.field({
      type: CareerEventRef,
      description: 'The career event it was part of, if any.',
      resolve: ({ eventId }) => (eventId ? { id: eventId } : null),
    }),
    reflection: t.exposeString('reflection', {
      classified: 'EVALUATIVE',
      description: 'What the student thought of it.',
    }),
  }),
});
