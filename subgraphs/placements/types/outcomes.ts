import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { builder } from '../builder.ts';
import { daysOfQuarter, type Quarter, quarterDueOn } from '../domain/fiscal-year.ts';
import { OUTCOMES_DEFINITION, QUARTERLY_DEFINITION } from '../domain/report-definitions.ts';
import { type Outcomes, outcomesOf } from '../reports/outcomes.ts';
import { publishedOutcomes } from '../reports/published-outcomes.ts';
import { agroweOf, latestQuarter, requireQuarter } from '../reports/quarterly.ts';
import { Agrowe, type AgroweOfPlace } from './agrowe.ts';
import { WorkforceBoardCodeEnum } from './enums.ts';
import { PublishedFigure } from './published-figure.ts';

type Year = Outcomes & { readonly fiscalYear: number; readonly agrowe: AgroweOfPlace };

const OutcomesReport = builder.objectRef<Year>('OutcomesReport').implement({
  description:
    'A fiscal year in the shape in which the Department publishes it: people, sites and employers, each once, from July 1.',
  classified: 'PUBLIC',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: false,
      description: 'The year.',
    }),
    asOf: t.field({
      type: 'Date',
      nullable: false,
      description: 'The day of what was counted: today.',
      resolve: (_year, _args, { now }) => new Date(dayInMassachusetts(now)),
    }),
    definitionVersion: t.string({
      nullable: false,
      description: 'Which definition was counted by.',
      resolve: () => OUTCOMES_DEFINITION.version,
    }),
    wblStudents: t.exposeInt('wblStudents', {
      nullable: true,
      description:
        'Students who began work-based learning in the year. Null where they are from 1 to 5.',
    }),
    wblEmployerSites: t.exposeInt('wblEmployerSites', {
      nullable: true,
      description: 'Sites that hosted them: sites, not employers.',
    }),
    cdeSponsorEmployers: t.exposeInt('cdeSponsorEmployers', {
      nullable: false,
      description: 'Employers that sponsored career awareness and exploration events.',
    }),
    partnerHighSchools: t.exposeInt('partnerHighSchools', {
      nullable: false,
      description: 'High schools under a partnership agreement that was active in the year.',
    }),
    qualifyingWages: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'Dollars that employers pay for brokered placements that began in the year: wage by hours a week by weeks. Null where it would tell the wages of a few.',
      resolve: ({ agrowe }) => agrowe.qualifyingWages,
    }),
    agrowe: t.field({
      type: Agrowe,
      nullable: false,
      description: 'The counts of the quarterly reports, statewide and up to date.',
      resolve: ({ agrowe }) => agrowe,
    }),
    published: t.field({
      type: [PublishedFigure],
      nullable: false,
      description:
        'Figures as they were published, of this year and of years that nobody knows; at most 20.',
      resolve: ({ fiscalYear }) => [...publishedOutcomes(fiscalYear)],
    }),
  }),
});

type Report = {
  readonly fiscalYear: number;
  readonly quarter: Quarter;
  readonly board: WorkforceBoardCode | null;
  readonly agrowe: AgroweOfPlace;
};

const QuarterlyReport = builder.objectRef<Report>('QuarterlyReport').implement({
  description:
    'The Work and Learning Performance Report of a quarter: each student and employer once, from July 1 to its end or to today. A student stands at the board of their first brokered placement of the year.',
  classified: 'PUBLIC',
  fields: (t) => ({
    fiscalYear: t.expose('fiscalYear', {
      type: 'FiscalYear',
      nullable: false,
      description: 'The year.',
    }),
    quarter: t.exposeInt('quarter', { nullable: false, description: 'From 1 to 4.' }),
    board: t.expose('board', {
      type: WorkforceBoardCodeEnum,
      nullable: true,
      description: 'Whose report it is; null for the whole state.',
    }),
    lastDay: t.field({
      type: 'Date',
      nullable: false,
      description: 'The last day of the quarter.',
      resolve: ({ fiscalYear, quarter }) => new Date(daysOfQuarter(fiscalYear, quarter).last),
    }),
    dueOn: t.field({
      type: 'Date',
      nullable: false,
      description: 'When it is due: 15 days after the quarter ends.',
      resolve: ({ fiscalYear, quarter }) => new Date(quarterDueOn(fiscalYear, quarter)),
    }),
    asOf: t.field({
      type: 'Date',
      nullable: false,
      description: 'The day of what was counted: today.',
      resolve: (_report, _args, { now }) => new Date(dayInMassachusetts(now)),
    }),
    definitionVersion: t.string({
      nullable: false,
      description: 'Which definition was counted by.',
      resolve: () => QUARTERLY_DEFINITION.version,
    }),
    agrowe: t.field({
      type: Agrowe,
      nullable: false,
      description: 'The counts.',
      resolve: ({ agrowe }) => agrowe,
    }),
    qualifyingWages: t.field({
      type: 'Decimal',
      nullable: true,
      description:
        'Dollars that employers pay for brokered placements that began so far. Null where it would tell the wages of a few.',
      resolve: ({ agrowe }) => agrowe.qualifyingWages,
    }),
  }),
});

builder.queryFields((t) => ({
  statewideOutcomes: t.field({
    type: OutcomesReport,
    nullable: false,
    classified: 'PUBLIC',
    description: "A fiscal year's outcomes, in the shape in which the Department publishes them.",
    args: { fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'Which year.' }) },
    resolve: async (_root, { fiscalYear }, context) => {
      const latest = { quarter: latestQuarter(context, fiscalYear), board: null };
      const [outcomes, agrowe] = await Promise.all([
        outcomesOf(context, fiscalYear),
        agroweOf(context, fiscalYear, latest),
      ]);
      return { fiscalYear, agrowe, ...outcomes };
    },
  }),
  quarterlyReport: t.field({
    type: QuarterlyReport,
    nullable: false,
    classified: 'PUBLIC',
    description: "A board's quarterly report, or the whole state's.",
    args: {
      fiscalYear: t.arg({ type: 'FiscalYear', required: true, description: 'Which year.' }),
      quarter: t.arg.int({ required: true, description: 'From 1 to 4; one that has begun.' }),
      board: t.arg({
        type: WorkforceBoardCodeEnum,
        description: 'Whose; the whole state where it is not given.',
      }),
    },
    resolve: async (_root, given, context) => {
      const { fiscalYear } = given;
      const quarter = requireQuarter(context, fiscalYear, given.quarter);
      const place = { quarter, board: given.board ?? null };
      return { fiscalYear, ...place, agrowe: await agroweOf(context, fiscalYear, place) };
    },
  }),
}));
