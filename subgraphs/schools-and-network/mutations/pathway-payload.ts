import { builder } from '../builder.ts';
import { findPathwayProgram } from '../entities.ts';
import { PathwayProgram } from '../types/pathway-program.ts';

export const pathwayPayload = (name: string) =>
  builder.objectRef<{ readonly programId: string }>(name).implement({
    description: 'What is offered.',
    classified: 'PUBLIC',
    fields: (t) => ({
      program: t.field({
        type: PathwayProgram,
        nullable: true,
        description: 'The program.',
        resolve: ({ programId }, _args, context, info) =>
          findPathwayProgram(context, programId, info),
      }),
    }),
  });
