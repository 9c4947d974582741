import { builder } from '../builder.ts';
import { PlacementStatusEnum } from './enums.ts';

export const PlacementEvent = builder.prismaObject('PlacementEvent', {
  description: 'A move of a placement from one status to the next.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    from: t.expose('fromStatus', {
      type: PlacementStatusEnum,
      description: 'The status before; null at the first.',
    }),
    to: t.expose('toStatus', { type: PlacementStatusEnum, description: 'The status after.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    by: t.exposeID('by', { description: 'Who moved it: an opaque subject.' }),
    note: t.exposeString('note', { description: 'What they noted.' }),
  }),
});
