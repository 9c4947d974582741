import { builder } from '../builder.ts';
import { openRequest } from '../domain/slots-request.ts';
import { asDollars, asHours } from '../domain/units.ts';
import { findOpportunity } from '../entities.ts';
import { findingsOf } from '../opportunities.ts';
import {
  CareerClusterEnum,
  DemandRatingEnum,
  OpportunityStatusEnum,
  PayTypeEnum,
  TechnologySupportEnum,
  WblTypeEnum,
} from './enums.ts';
import { OpportunityFinding } from './opportunity-finding.ts';
import { SlotsRequest } from './slots-request.ts';

const hours = (minutes: number | null) => (minutes === null ? null : asHours(minutes));

export const Opportunity = builder.prismaObject('Opportunity', {
  description: 'An offer of work-based learning at a site.',
  classified: 'PUBLIC',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: 'Opaque.' }),
    site: t.relation('site', { nullable: false, description: 'Where it is.' }),
    version: t.exposeInt('version', {
      nullable: false,
      description: 'Goes up by one with every change; send it back with a change of yours.',
    }),
    program: t.relation('program', {
      nullable: true,
      description: 'The program it is part of; null where it stands alone.',
    }),
    programHost: t.relation('programHost', {
      nullable: true,
      description:
        "Who runs the program that placed it here, where that is not the site's own employer.",
    }),
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
    demandSource: t.exposeString('demandSource', {
      description: 'Who says so of the demand; null where nobody said.',
    }),
    careerCluster: t.expose('careerCluster', {
      type: CareerClusterEnum,
      description: 'The career cluster of the occupation, or else of the industry.',
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
    slotsRequest: t.field({
      type: SlotsRequest,
      nullable: true,
      classified: 'STAFF_DIRECTORY',
      description:
        'Another number of slots that was asked for, and is not confirmed. Null where there is none.',
      resolve: (row) => openRequest(row),
    }),
    creditBearing: t.exposeBoolean('creditBearing', {
      nullable: false,
      description: 'Whether it bears school credit.',
    }),
    registeredApprenticeshipPartner: t.exposeString('registeredApprenticeshipPartner', {
      description: 'The Registered Apprenticeship program that a pre-apprenticeship leads to.',
    }),
    technologySupport: t.expose('technologySupport', {
      type: [TechnologySupportEnum],
      nullable: false,
      description: 'What every student who takes it is given for it; at most 3.',
    }),
    findings: t.field({
      type: [OpportunityFinding],
      nullable: true,
      classified: 'STAFF_DIRECTORY',
      description: 'What its rules say of it; at most 9.',
      resolve: (row) => findingsOf(row),
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
