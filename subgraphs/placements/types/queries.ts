import { builder } from '../builder.ts';
import { pageOfFilteredPlacements } from '../placement-pages.ts';
import { findPlacement } from '../placements.ts';
import {
  PlacementStatusEnum,
  ReviewKindEnum,
  WblTypeEnum,
  WorkforceBoardCodeEnum,
} from './enums.ts';
import { Placement } from './placement.ts';
import { PlacementConnection } from './placement-connection.ts';

const PlacementFilter = builder.inputType('PlacementFilter', {
  description: 'Which placements; conditions are joined by "and".',
  fields: (t) => ({
    board: t.field({ type: WorkforceBoardCodeEnum, description: 'In the region of this board.' }),
    schoolCodes: t.field({
      type: ['DeseOrgCode'],
      description: 'Of students of one of these schools; at most 100 of them.',
    }),
    wblTypes: t.field({ type: [WblTypeEnum], description: 'Of one of these types.' }),
    status: t.field({ type: [PlacementStatusEnum], description: 'In one of these statuses.' }),
    startsFrom: t.field({ type: 'Date', description: 'Starting on this day or later.' }),
    endsTo: t.field({ type: 'Date', description: 'Ending on this day or earlier.' }),
    missingReview: t.field({
      type: ReviewKindEnum,
      description: 'Those that have no review of this kind yet.',
    }),
  }),
});

builder.queryFields((t) => ({
  placement: t.field({
    type: Placement,
    nullable: true,
    classified: 'EDUCATION_RECORD',
    description: 'One placement. Null where there is none with that id that you may see.',
    args: { id: t.arg.id({ required: true, description: "The placement's id." }) },
    resolve: (_root, { id }, context, info) => findPlacement(context, id, info),
  }),
  placements: t.field({
    type: PlacementConnection,
    nullable: true,
    classified: 'EDUCATION_RECORD',
    description: 'The placements you may see, page by page, the newest first.',
    args: {
      filter: t.arg({ type: PlacementFilter, required: true, description: 'Which placements.' }),
      first: t.arg.int({ defaultValue: 25, required: true, description: 'At most 100.' }),
      after: t.arg.string({ description: 'The `endCursor` of the page before.' }),
    },
    resolve: (_root, { filter, ...page }, context, info) =>
      pageOfFilteredPlacements(context, info, filter, page),
  }),
}));
