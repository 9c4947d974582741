import { builder } from '../builder.ts';
import {
  findCareerEvent,
  findEmployer,
  findOpportunity,
  findOpportunityProgram,
  findSite,
} from '../entities.ts';
import { CareerEvent } from './career-event.ts';
import { Employer } from './employer.ts';
import { Opportunity } from './opportunity.ts';
import { compare, MAX_COMPARED, OpportunityComparison } from './opportunity-comparison.ts';
import { OpportunityProgram } from './opportunity-program.ts';
import { Site } from './site.ts';

const id = 'The opaque id.';

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
  opportunityProgram: t.field({
    type: OpportunityProgram,
    nullable: true,
    description: 'One program of opportunities.',
    args: { id: t.arg.id({ required: true, description: id }) },
    resolve: (_root, args, context, info) => findOpportunityProgram(context, args.id, info),
  }),
  careerEvent: t.field({
    type: CareerEvent,
    nullable: true,
    description: 'One career event.',
    args: { id: t.arg.id({ required: true, description: id }) },
    resolve: (_root, args, context, info) => findCareerEvent(context, args.id, info),
  }),
  compareOpportunities: t.field({
    type: OpportunityComparison,
    nullable: true,
    description:
      'Opportunities beside each other, with what they differ in. Refused where one of them is none that you may see.',
    args: {
      ids: t.arg.idList({
        required: true,
        description: `Their opaque ids, in the order to show them; at most ${MAX_COMPARED}.`,
      }),
    },
    resolve: (_root, { ids }, context, info) => compare(context, ids, info),
  }),
}));
