import { builder } from '../builder.ts';
import { findEmployer, findOpportunity, findSite } from '../entities.ts';
import { MAX_MILES } from '../nearby.ts';
import { pageOfOpportunities } from '../opportunity-pages.ts';
import { pageOfSites } from '../site-pages.ts';
import { OpportunityConnection, SiteConnection } from './connections.ts';
import { Employer } from './employer.ts';
import {
  DemandRatingEnum,
  OnboardingStatusEnum,
  PayTypeEnum,
  WblTypeEnum,
  WorkforceBoardCodeEnum,
} from './enums.ts';
import { Opportunity } from './opportunity.ts';
import { Site } from './site.ts';

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

const OpportunityFilter = builder.inputType('OpportunityFilter', {
  description:
    'Which open opportunities; conditions are joined by "and", the values of one by "or".',
  fields: (t) => ({
    board: t.field({ type: WorkforceBoardCodeEnum, description: 'In the region of this board.' }),
    wblTypes: t.field({ type: [WblTypeEnum], description: 'Of one of these types; at most 8.' }),
    pay: t.field({ type: [PayTypeEnum], description: 'Paid in one of these ways; at most 4.' }),
    demand: t.field({ type: [DemandRatingEnum], description: 'Rated as one of these; at most 4.' }),
    near: t.field({ type: GeoInput, description: 'At a site in this circle; none is virtual.' }),
    startsFrom: t.field({ type: 'Date', description: 'Beginning on this day or later.' }),
    minStudentAge: t.int({ description: 'Open to students of this age in years.' }),
  }),
});

const id = 'The opaque id.';
const first = { defaultValue: 25, required: true, description: 'At most 100.' } as const;
const after = { description: 'The `endCursor` of the page before.' };

builder.queryFields((t) => ({
  employer: t.field({
    type: Employer,
    nullable: true,
    description: 'One employer.',
    args: { id: t.arg.id({ required: true, description: id }) },
    resolve: (_root, args, context, info) => findEmployer(context, args.id, info),
  }),
  site: t.field({
    type: Site,
    nullable: true,
    description: 'One site.',
    args: { id: t.arg.id({ required: true, description: id }) },
    resolve: (_root, args, context, info) => findSite(context, args.id, info),
  }),
  opportunity: t.field({
    type: Opportunity,
    nullable: true,
    description: 'One opportunity. Null where there is none with that id that you may see.',
    args: { id: t.arg.id({ required: true, description: id }) },
    resolve: (_root, args, context, info) => findOpportunity(context, args.id, info),
  }),
  sites: t.field({
    type: SiteConnection,
    nullable: false,
    description: 'Sites, in the order of ids, page by page.',
    args: {
      board: t.arg({ type: WorkforceBoardCodeEnum, description: 'In the region of this board.' }),
      onboarding: t.arg({
        type: [OnboardingStatusEnum],
        description: 'In one of these states of onboarding; at most 7.',
      }),
      first: t.arg.int(first),
      after: t.arg.string(after),
    },
    resolve: (_root, { board, onboarding, ...page }, context, info) =>
      pageOfSites(context, info, { board, onboarding }, page),
  }),
  opportunities: t.field({
    type: OpportunityConnection,
    nullable: false,
    description: 'Open opportunities, the soonest first, page by page.',
    args: {
      filter: t.arg({ type: OpportunityFilter, required: true, description: 'Which of them.' }),
      first: t.arg.int(first),
      after: t.arg.string(after),
    },
    resolve: (_root, { filter, ...page }, context, info) =>
      pageOfOpportunities(context, info, filter, page),
  }),
}));
