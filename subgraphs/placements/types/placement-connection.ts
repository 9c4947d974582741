import { builder, connectionOf } from '../builder.ts';
import { PlacementStatusEnum } from './enums.ts';
import { Placement } from './placement.ts';

export const PlacementConnection = connectionOf(
  Placement,
  'PlacementConnection',
  'EDUCATION_RECORD',
);

/** The arguments of every `placements` field that another subgraph's type is given. */
export const placementArgs = builder.args((t) => ({
  status: t.field({ type: [PlacementStatusEnum], description: 'Only in one of these.' }),
  first: t.int({ defaultValue: 25, required: true, description: 'At most 100.' }),
  after: t.string({ description: 'The `endCursor` of the page before.' }),
}));
