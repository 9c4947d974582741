import { builder } from '../builder.ts';
import { writtenReflection } from '../visible-rows.ts';
import { Reflection } from './reflection.ts';

/** The payload of a mutation that answers a reflection. */
export const reflectionPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly reflectionId: string }>(name).implement({
    description,
    classified: 'EDUCATION_RECORD',
    fields: (t) => ({
      reflection: t.field({
        type: Reflection,
        nullable: true,
        description: 'The reflection.',
        resolve: ({ reflectionId }, _args, context, info) =>
          writtenReflection(context, info, reflectionId),
      }),
    }),
  });
