import { builder } from '../builder.ts';
import { CareerStageEnum } from './enums.ts';

export const StageTransition = builder.prismaObject('StageTransition', {
  description: 'A recorded move between stages.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    from: t.expose('fromStage', {
      type: CareerStageEnum,
      description: 'The stage before; null at the first record.',
    }),
    to: t.expose('toStage', { type: CareerStageEnum, description: 'The stage after.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When it was recorded.' }),
    reason: t.exposeString('reason', {
      description: 'Why; always there where the stage moved back.',
    }),
    recordedBy: t.exposeID('recordedBy', { description: 'Who recorded it: an opaque subject.' }),
  }),
});
