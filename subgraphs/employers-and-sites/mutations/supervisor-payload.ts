import { builder } from '../builder.ts';
import { findSupervisor } from '../entities.ts';
import { Supervisor } from '../types/supervisor.ts';

/** The payload of a mutation that answers one supervisor. */
export const supervisorPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly supervisorId: string }>(name).implement({
    description,
    classified: 'PUBLIC',
    fields: (t) => ({
      supervisor: t.field({
        type: Supervisor,
        description: 'The supervisor.',
        resolve: ({ supervisorId }, _args, context, info) =>
          findSupervisor(context, supervisorId, info),
      }),
    }),
  });
