import { builder } from '../builder.ts';
import { complianceOf } from '../compliance.ts';
import { countsForPerkins } from '../domain/counts-for-perkins.ts';
import { asHours } from '../domain/hours.ts';
import { findPlacement } from '../placements.ts';
import { ComplianceFinding } from './compliance-finding.ts';
import {
  BrokerRoleEnum,
  PayTypeEnum,
  PlacementStatusEnum,
  SeasonEnum,
  WblTypeEnum,
} from './enums.ts';
import { MyCapGoalRef, OpportunityRef, SchoolRef, SiteRef, StudentRef } from './foreign-refs.ts';

const CENTS_PER_DOLLAR = 100;

export const Placement = builder.prismaObject('Placement', {
  description: "A student's immersion experience, from proposed to completed.",
  classified: 'EDUCATION_RECORD',
  record: 'student { id }',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    student: t.field({
      type: StudentRef,
      description: 'Who is placed.',
      resolve: ({ studentId }) => ({ id: studentId }),
    }),
    opportunity: t.field({
      type: OpportunityRef,
      description: 'What was offered; null where the student found the place themself.',
      // `slots` is external: the gateway brings it where it is required.
      resolve: ({ opportunityId }) => (opportunityId ? { id: opportunityId, slots: 0 } : null),
    }),
    site: t.field({
      type: SiteRef,
      description: 'Where the student works.',
      resolve: ({ siteId }) => (siteId ? { id: siteId } : null),
    }),
    school: t.field({
      type: SchoolRef,
      classified: 'QUASI_ID',
      description: 'The school the student attended on the start date.',
      resolve: ({ schoolCode }) => ({ deseCode: schoolCode }),
    }),
    wblType: t.expose('wblType', { type: WblTypeEnum, description: 'What kind of experience.' }),
    status: t.expose('status', { type: PlacementStatusEnum, description: 'Where it stands.' }),
    startDate: t.expose('startDate', { type: 'Date', description: 'The first day.' }),
    endDate: t.expose('endDate', { type: 'Date', description: 'The last day, where it is known.' }),
    plannedHours: t.field({
      type: 'Decimal',
      description: 'Hours planned in all.',
      resolve: ({ plannedMinutes }) => asHours(plannedMinutes),
    }),
    hoursLogged: t.field({
      type: 'Decimal',
      description: 'Hours logged so far.',
      resolve: ({ loggedMinutes }) => asHours(loggedMinutes),
    }),
    pay: t.expose('pay', { type: PayTypeEnum, description: 'Who pays, if anyone.' }),
    hourlyWage: t.field({
      type: 'Decimal',
      classified: 'FINANCIAL',
      description: "The student's wage in dollars an hour.",
      resolve: ({ hourlyWageCents }) =>
        hourlyWageCents === null ? null : hourlyWageCents / CENTS_PER_DOLLAR,
    }),
    creditBearing: t.exposeBoolean('creditBearing', { description: 'Whether it earns credit.' }),
    credits: t.expose('credits', { type: 'Decimal', description: 'How many credits it earns.' }),
    season: t.expose('season', { type: SeasonEnum, description: 'By the start and end dates.' }),
    brokerRole: t.expose('brokerRole', {
      type: BrokerRoleEnum,
      description: 'How Connecting Activities staff brokered it.',
    }),
    brokeredBy: t.exposeID('brokeredBy', { description: 'Who brokered it: a staff contact.' }),
    registeredApprenticeshipPartner: t.exposeString('registeredApprenticeshipPartner', {
      description: 'The Registered Apprenticeship program behind a pre-apprenticeship.',
    }),
    workPermitOnFile: t.exposeBoolean('workPermitOnFile', {
      description: 'Whether the Youth Employment Permit is on file. Null where none is needed.',
    }),
    myCapGoal: t.field({
      type: MyCapGoalRef,
      description: 'The goal of the MyCAP plan it serves.',
      resolve: ({ myCapGoalId }) => (myCapGoalId ? { id: myCapGoalId } : null),
    }),
    wblPlan: t.relation('wblPlan', {
      nullable: true,
      description: 'The Work-Based Learning Plan. Null until it is drafted.',
    }),
    reflections: t.relation('reflections', {
      nullable: true,
      query: { orderBy: [{ date: 'asc' }, { id: 'asc' }] },
      description: "The student's reflections, in the order of dates; a few.",
    }),
    history: t.relation('history', {
      nullable: true,
      query: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
      description: 'Every move between statuses, in the order of time; a few.',
    }),
    approvals: t.relation('approvals', {
      nullable: true,
      query: { orderBy: { side: 'asc' } },
      description: 'Which sides have agreed; at most three.',
    }),
    compliance: t.field({
      type: [ComplianceFinding],
      nullable: true,
      description:
        'The rules it does not meet where it stands now: at most 14, one finding a rule; none where all is well.',
      resolve: ({ id }, _args, context, info) => complianceOf(context, id, info),
    }),
    countsForPerkins5S3: t.field({
      type: 'Boolean',
      description:
        'Whether it counts as work-based learning for Perkins 5S3: an internship, a clinical practicum or a capstone with 100 logged hours once it is over, a pre-apprenticeship, a simulation or cooperative education once it is completed. Employment and enterprises never do.',
      resolve: countsForPerkins,
    }),
    version: t.exposeInt('version', {
      description:
        'Goes up with every change: what `expectedVersion` of a mutation is compared to.',
    }),
  }),
});

builder.asEntity(Placement, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findPlacement(context, id, info),
});
