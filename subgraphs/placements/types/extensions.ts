import { builder } from '../builder.ts';
import { openSlots } from '../domain/slots.ts';
import { pageOfPlacements } from '../placement-pages.ts';
import { slotsFilled } from '../slots.ts';
import { OpportunityRef, SchoolRef, SiteRef, StudentRef } from './foreign-refs.ts';
import { PlacementConnection, placementArgs } from './placement-connection.ts';

const THEIRS = 'The placements you may see, the newest first.';

StudentRef.implement({
  description: 'A student of a Massachusetts middle or high school.',
  classified: 'EDUCATION_RECORD',
  externalFields: (t) => ({
    id: t.id({
      nullable: false,
      classified: 'PUBLIC',
      description: 'Opaque: it says nothing about the student, and is never the SASID.',
    }),
  }),
  fields: (t) => ({
    placements: t.field({
      type: PlacementConnection,
      description: THEIRS,
      args: placementArgs,
      resolve: ({ id }, args, context, info) =>
        pageOfPlacements(context, info, { field: 'studentId', type: 'uuid' }, id, args),
    }),
  }),
});

SiteRef.implement({
  description: 'Where an employer has students work. Sites are counted, not employers.',
  classified: 'PUBLIC',
  externalFields: (t) => ({ id: t.id({ nullable: false, description: 'Opaque.' }) }),
  fields: (t) => ({
    placements: t.field({
      type: PlacementConnection,
      classified: 'EDUCATION_RECORD',
      description: THEIRS,
      args: placementArgs,
      resolve: ({ id }, args, context, info) =>
        pageOfPlacements(context, info, { field: 'siteId', type: 'uuid' }, id, args),
    }),
  }),
});

SchoolRef.implement({
  description: 'A public school of Massachusetts with middle or high school grades.',
  classified: 'PUBLIC',
  externalFields: (t) => ({
    deseCode: t.field({ type: 'DeseOrgCode', nullable: false, description: 'The DESE code.' }),
  }),
  fields: (t) => ({
    placements: t.field({
      type: PlacementConnection,
      classified: 'EDUCATION_RECORD',
      description: THEIRS,
      args: placementArgs,
      resolve: ({ deseCode }, args, context, info) =>
        pageOfPlacements(context, info, { field: 'schoolCode', type: 'bpchar' }, deseCode, args),
    }),
  }),
});

OpportunityRef.implement({
  description: 'An offer of work-based learning at a site.',
  classified: 'PUBLIC',
  externalFields: (t) => ({
    id: t.id({ nullable: false, description: 'Opaque.' }),
    slots: t.int({ nullable: false, description: 'How many students it takes.' }),
  }),
  fields: (t) => ({
    slotsFilled: t.int({
      nullable: true,
      description: 'How many slots are taken. Null while placements cannot be asked.',
      resolve: ({ id }, _args, context, info) => slotsFilled(context, id, info),
    }),
    slotsOpen: t.int({
      nullable: true,
      description: 'How many slots are left. Null while placements cannot be asked.',
      requires: builder.selection<{ slots: number }>('slots'),
      resolve: async ({ id, slots }, _args, context, info) =>
        openSlots(slots, await slotsFilled(context, id, info)),
    }),
  }),
});
