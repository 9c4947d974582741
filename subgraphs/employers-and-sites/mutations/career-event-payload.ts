import { builder } from '../builder.ts';
import { findCareerEvent } from '../entities.ts';
import { CareerEvent } from '../types/career-event.ts';

/** The payload of a mutation that answers one career event. */
export const careerEventPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly eventId: string }>(name).implement({
    description,
    classified: 'PUBLIC',
    fields: (t) => ({
      careerEvent: t.field({
        type: CareerEvent,
        description: 'The career event, as it is now.',
        resolve: ({ eventId }, _args, context, info) => findCareerEvent(context, eventId, info),
      }),
    }),
  });
