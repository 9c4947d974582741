import { builder } from '../builder.ts';
import { asDollars, asHours } from '../domain/units.ts';
import { findOpportunity } from '../entities.ts';
import { DemandRatingEnum, OpportunityStatusEnum, PayTypeEnum, WblTypeEnum } from './enums.ts';

const hours = (minutes: number | null) => (minutes === null ? null : asHours(minutes));

export const Opportunity = builder.prismaObject('Opportunity', {
  description: 'An offer of work-based learning at a site.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    site: t.relation('site', { nullable: false, description: 'Where it is.' }),
    title: t.exposeString('title', { nullable: false, description: 'What it is called.' }),
    wblType: t.expose('wblType', {
      type: WblTypeEnum,
      nullable: false,
      description: 'The type of immersion experience.',
    }),
    soc: t.expose('soc', { type: 'SocCode', description: 'The occupation, where it has one.' }),
    naics: t.expose('naics', { type: 'NaicsCode', description: 'The industry, where known.' }),
    demandRating: t.expose('demandRating', {
      type: DemandRatingEnum,
      nullable: false,
      description: 'How much the labor market asks for the occupation.',
    }),
    startDate: t.expose('startDate', {
      type: 'Date',
      nullable: false,
      description: 'The first day.',
    }),
    endDate: t.expose('endDate', { type: 'Date', nullable: false, description: 'The last day.' }),
    hoursPerWeek: t.field({
      type: 'Decimal',
      description: 'Hours a week, to two decimals; null where nobody said.',
      resolve: ({ minutesPerWeek }) => hours(minutesPerWeek),
    }),
    plannedHours: t.field({
      type: 'Decimal',
      description: 'Hours in all, to two decimals; null where nobody said.',
      resolve: ({ plannedMinutes }) => hours(plannedMinutes),
    }),
    pay: t.expose('pay', {
      type: PayTypeEnum,
      nullable: false,
      description: 'Who pays, if anyone.',
    }),
    hourlyWage: t.field({
      type: 'Decimal',
      description: 'The advertised wage in dollars an hour; null where there is none.',
      resolve: ({ hourlyWageCents }) =>
        hourlyWageCents === null ? null : asDollars(hourlyWageCents),
    }),
    slots: t.exposeInt('slots', {
      nullable: false,
      description: 'How many students it is for, taken or not.',
    }),
    minimumAge: t.exposeInt('minimumAge', {
      description: 'The least age in years; null where there is none but the law.',
    }),
    status: t.expose('status', {
      type: OpportunityStatusEnum,
      nullable: false,
      description: 'Where it stands.',
    }),
    plainLanguageSummary: t.exposeString('plainLanguageSummary', {
      nullable: false,
      description: 'What it is, for students and families.',
    }),
  }),
});

builder.asEntity(Opportunity, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findOpportunity(context, id, info),
});
