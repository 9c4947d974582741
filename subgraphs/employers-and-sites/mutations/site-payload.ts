import { builder } from '../builder.ts';
import { findSite } from '../entities.ts';
import { Site } from '../types/site.ts';

/** The payload of a mutation that answers one site. */
export const sitePayload = (name: string, description: string) =>
  builder.objectRef<{ readonly siteId: string }>(name).implement({
    description,
    classified: 'PUBLIC',
    fields: (t) => ({
      site: t.field({
        type: Site,
        description: 'The site, as it is now.',
        resolve: ({ siteId }, _args, context, info) => findSite(context, siteId, info),
      }),
    }),
  });
