import { badUserInput, notFound } from '../../../platform/errors.ts';
import { checkTexts } from '../../../platform/graphql/mutation-checks.ts';
import { isUuid } from '../../../platform/ids.ts';
import { builder } from '../builder.ts';
import { BrokerRoleEnum, PayTypeEnum, WblTypeEnum } from '../types/enums.ts';
import { MAX_NOTE } from './move-placement.ts';
import { checkFoundPlace } from './offered-place.ts';

const MAX_PARTNER = 200;

const FoundPlaceInput = builder.inputType('FoundPlaceInput', {
  description: 'A place that the student found themself, without an opportunity.',
  fields: (t) => ({
    siteId: t.id({ description: 'The site. Left out where there is none, as in an enterprise.' }),
    wblType: t.field({
      type: WblTypeEnum,
      required: true,
      description: 'What kind of experience.',
    }),
    startDate: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    endDate: t.field({ type: 'Date', description: 'The last day, where it is known.' }),
    hoursPerWeek: t.field({ type: 'Decimal', required: true, description: 'Hours in a week.' }),
    plannedHours: t.field({ type: 'Decimal', required: true, description: 'Hours in all.' }),
    pay: t.field({ type: PayTypeEnum, required: true, description: 'Who pays, if anyone.' }),
    hourlyWage: t.field({ type: 'Decimal', description: 'In dollars an hour.' }),
    creditBearing: t.boolean({ required: true, description: 'Whether it earns credit.' }),
    registeredApprenticeshipPartner: t.string({
      description: 'The Registered Apprenticeship program behind a pre-apprenticeship.',
    }),
  }),
});

export const ProposePlacementInput = builder.inputType('ProposePlacementInput', {
  description: 'A placement to propose: at an opportunity, or at a place the student found.',
  fields: (t) => ({
    studentId: t.id({ required: true, description: 'Who would be placed.' }),
    opportunityId: t.id({ description: 'The opportunity. Either this or "place" is given.' }),
    place: t.field({
      type: FoundPlaceInput,
      description: 'The place. Either this or "opportunityId" is given.',
    }),
    myCapGoalId: t.id({ description: "The goal of the student's MyCAP plan that it serves." }),
    credits: t.field({ type: 'Decimal', description: 'How many credits it earns.' }),
    employerLed: t.boolean({
      description:
        'Whether an employer leads it, as a capstone needs. Where not given, a capstone of an opportunity is.',
    }),
    externalClient: t.boolean({
      description:
        'Whether it serves clients external to the school, as a simulation needs. Where not given, a simulation of an opportunity does.',
    }),
    brokerRole: t.field({
      type: BrokerRoleEnum,
      description: 'How Connecting Activities staff brokered it; NOT_BROKERED where not given.',
    }),
    brokeredBy: t.id({ description: 'Who brokered it: a staff contact.' }),
    teamId: t.id({ description: 'The same for all students of one capstone team.' }),
    note: t.string({ description: 'For the history; at most 1,000 characters.' }),
  }),
});
export type ProposedPlacement = typeof ProposePlacementInput.$inferInput;

/** Refuses what no placement can look like. */
export function checkProposed(input: ProposedPlacement): void {
  const { opportunityId, place, myCapGoalId, brokeredBy, teamId, note } = input;
  if (Boolean(opportunityId) === Boolean(place))
    throw badUserInput('Either "opportunityId" or "place" is given, and not both.');
  if (place) checkFoundPlace(place);
  checkTexts({ note }, MAX_NOTE);
  checkTexts(
    { registeredApprenticeshipPartner: place?.registeredApprenticeshipPartner },
    MAX_PARTNER,
  );
  if (myCapGoalId && !isUuid(myCapGoalId)) throw notFound('MyCapGoal', myCapGoalId);
  if (brokeredBy && !isUuid(brokeredBy)) throw notFound('StaffContact', brokeredBy);
  if (teamId && !isUuid(teamId)) throw badUserInput(`"teamId" is "${teamId}", which is no UUID.`);
}
