import { builder } from '../builder.ts';
import { Placement } from '../types/placement.ts';
import { writtenPlacement } from '../visible-rows.ts';

/** The payload of a mutation that answers a placement. An employer, who acts on placements and reads none, has its id. */
export const placementPayload = (name: string, description: string) =>
  builder.objectRef<{ readonly placementId: string }>(name).implement({
    description,
    classified: 'PUBLIC',
    fields: (t) => ({
      placementId: t.exposeID('placementId', { nullable: true, description: 'Its id.' }),
      placement: t.field({
        type: Placement,
        nullable: true,
        classified: 'EDUCATION_RECORD',
        description: 'The placement, as far as you may see it.',
        resolve: ({ placementId }, _args, context, info) =>
          writtenPlacement(context, info, placementId),
      }),
    }),
  });
