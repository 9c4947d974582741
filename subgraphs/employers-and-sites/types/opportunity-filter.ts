import { builder } from '../builder.ts';
import { MAX_MILES } from '../nearby.ts';
import {
  CareerClusterEnum,
  DemandRatingEnum,
  PayTypeEnum,
  WblTypeEnum,
  WorkforceBoardCodeEnum,
} from './enums.ts';

const GeoInput = builder.inputType('GeoInput', {
  description: 'A circle on the map, WGS 84.',
  fields: (t) => ({
    lat: t.float({ required: true, description: 'Degrees north of its center.' }),
    lon: t.float({ required: true, description: 'Degrees east of its center: negative here.' }),
    withinMiles: t.float({
      required: true,
      description: `Its radius as the crow flies: more than 0, at most ${MAX_MILES}.`,
    }),
  }),
});

export const OpportunityFilter = builder.inputType('OpportunityFilter', {
  description:
    'Which open opportunities; conditions are joined by "and", the values of one by "or".',
  fields: (t) => ({
    board: t.field({ type: WorkforceBoardCodeEnum, description: 'In the region of this board.' }),
    wblTypes: t.field({ type: [WblTypeEnum], description: 'Of one of these types; at most 8.' }),
    pay: t.field({ type: [PayTypeEnum], description: 'Paid in one of these ways; at most 4.' }),
    demand: t.field({ type: [DemandRatingEnum], description: 'Rated as one of these; at most 4.' }),
    clusters: t.field({
      type: [CareerClusterEnum],
      description: 'In one of these career clusters; at most 16.',
    }),
    near: t.field({ type: GeoInput, description: 'At a site in this circle; none is virtual.' }),
    startsFrom: t.field({ type: 'Date', description: 'Beginning on this day or later.' }),
    minStudentAge: t.int({ description: 'Open to students of this age in years.' }),
    hasOpenSlots: t.boolean({
      description:
        'With slots left, or with none, by what placements last told: it may be some seconds old. `slotsOpen` is exact.',
    }),
    program: t.id({ description: 'Part of this program.' }),
  }),
});
