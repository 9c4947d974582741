import { builder } from '../builder.ts';
import { pageOfCareerEvents } from '../career-event-pages.ts';
import { pageOfEmployers } from '../employer-pages.ts';
import { pageOfOpportunities } from '../opportunity-pages.ts';
import { pageOfPrograms } from '../program-pages.ts';
import { pageOfResources } from '../resource-pages.ts';
import { pageOfSites } from '../site-pages.ts';
import {
  CareerEventConnection,
  EmployerConnection,
  OnboardingResourceConnection,
  OpportunityConnection,
  OpportunityProgramConnection,
  SiteConnection,
} from './connections.ts';
import {
  CareerEventTypeEnum,
  EmployerSectorEnum,
  OnboardingStatusEnum,
  OnboardingStepEnum,
  OpportunitySortEnum,
  SeasonEnum,
  WorkforceBoardCodeEnum,
} from './enums.ts';
import { OpportunityFilter } from './opportunity-filter.ts';

const board = {
  type: WorkforceBoardCodeEnum,
  description: 'In the region of this board.',
} as const;
const first = { defaultValue: 25, required: true, description: 'At most 100.' } as const;
const after = { description: 'The `endCursor` of the page before.' };

builder.queryFields((t) => ({
  employers: t.field({
    type: EmployerConnection,
    nullable: false,
    description: 'Employers, by name, page by page.',
    args: {
      board: t.arg(board),
      sector: t.arg({ type: EmployerSectorEnum, description: 'Run by these.' }),
      name: t.arg.string({
        description: 'Each of these words begins a word of the name; case is the same.',
      }),
      first: t.arg.int(first),
      after: t.arg.string(after),
    },
    resolve: (_root, { board: code, sector, name, ...page }, context, info) =>
      pageOfEmployers(context, info, { board: code, sector, name }, page),
  }),
  sites: t.field({
    type: SiteConnection,
    nullable: false,
    description: 'Sites, in the order of ids, page by page.',
    args: {
      board: t.arg(board),
      onboarding: t.arg({
        type: [OnboardingStatusEnum],
        description: 'In one of these states of onboarding; at most 7.',
      }),
      first: t.arg.int(first),
      after: t.arg.string(after),
    },
    resolve: (_root, { board: code, onboarding, ...page }, context, info) =>
      pageOfSites(context, info, { board: code, onboarding }, page),
  }),
  opportunities: t.field({
    type: OpportunityConnection,
    nullable: false,
    description:
      'Open opportunities, page by page. A page follows the cursor and not a count, so that what is added meanwhile shifts nothing.',
    args: {
      filter: t.arg({ type: OpportunityFilter, required: true, description: 'Which of them.' }),
      sort: t.arg({
        type: OpportunitySortEnum,
        required: true,
        defaultValue: 'START_DATE',
        description: 'In which order; equal ones go by id. A cursor belongs to one order.',
      }),
      first: t.arg.int(first),
      after: t.arg.string(after),
    },
    resolve: (_root, { filter, ...page }, context, info) =>
      pageOfOpportunities(context, info, filter, page),
  }),
  careerEvents: t.field({
    type: CareerEventConnection,
    nullable: false,
    description: 'Career events, the latest first, page by page.',
    args: {
      board: t.arg(board),
      school: t.arg({ type: 'DeseOrgCode', description: 'In which this school took part.' }),
      fiscalYear: t.arg({ type: 'FiscalYear', description: 'Only those that begin in it.' }),
      types: t.arg({ type: [CareerEventTypeEnum], description: 'Of one of these kinds.' }),
      first: t.arg.int(first),
      after: t.arg.string(after),
    },
    resolve: (_root, { board: code, school, fiscalYear, types, ...page }, context, info) =>
      pageOfCareerEvents(context, info, { board: code, school, fiscalYear, types }, page),
  }),
  opportunityPrograms: t.field({
    type: OpportunityProgramConnection,
    nullable: false,
    description: 'Campaigns and programs of opportunities, the latest first, page by page.',
    args: {
      fiscalYear: t.arg({ type: 'FiscalYear', description: 'Only those that start in it.' }),
      seasons: t.arg({ type: [SeasonEnum], description: 'In one of these seasons.' }),
      first: t.arg.int(first),
      after: t.arg.string(after),
    },
    resolve: (_root, { fiscalYear, seasons, ...page }, context, info) =>
      pageOfPrograms(context, info, { fiscalYear, seasons }, page),
  }),
  onboardingResources: t.field({
    type: OnboardingResourceConnection,
    nullable: true,
    description:
      'What colleagues recommend for the onboarding of sites, the latest first, page by page.',
    args: {
      step: t.arg({ type: OnboardingStepEnum, description: 'For this step.' }),
      board: t.arg({
        type: WorkforceBoardCodeEnum,
        description: "Recommended by this board's staff.",
      }),
      first: t.arg.int(first),
      after: t.arg.string(after),
    },
    resolve: (_root, { step, board: code, ...page }, context, info) =>
      pageOfResources(context, info, { step, board: code }, page),
  }),
}));
