import { builder } from '../builder.ts';
import type { OpenRequest } from '../domain/slots-request.ts';

export const SlotsRequest = builder.objectRef<OpenRequest>('SlotsRequest').implement({
  description:
    'A request for another number of slots. Slots are reserved by placements, so they confirm it, or refuse to take away what is taken.',
  classified: 'STAFF_DIRECTORY',
  fields: (t) => ({
    requested: t.exposeInt('requested', { description: 'How many slots were asked for.' }),
    refused: t.exposeBoolean('refused', {
      description: 'Whether it was refused. False while nobody answered.',
    }),
  }),
});
