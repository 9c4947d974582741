import { ruleViolated } from '../../../platform/errors.ts';
import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { builder } from '../builder.ts';
import { careerCluster } from '../domain/career-cluster.ts';
import { isEditable } from '../domain/opportunity-states.ts';
import { requestSlots } from '../domain/slots-request.ts';
import { MAX_NAME, MAX_TEXT } from '../limits.ts';
import { once } from '../once.ts';
import {
  lockOpportunity,
  requireDraftable,
  requireHostAndProgram,
  requireOffered,
  requirePublishable,
} from '../opportunities.ts';
import type { Transaction } from '../transaction.ts';
import { PayTypeEnum } from '../types/enums.ts';
import { EXPECTED_VERSION, requireVersion } from '../versions.ts';
import { checkTerms, inUnits, optionalTerms, requireMayRate } from './opportunity-input.ts';
import { opportunityPayload } from './opportunity-payload.ts';

const UpdateOpportunityInput = builder.inputType('UpdateOpportunityInput', {
  description:
    'What changes of an opportunity. What is left out stays; null takes away what may be absent.',
  fields: (t) => ({
    opportunityId: t.id({ required: true, description: 'Which opportunity.' }),
    expectedVersion: t.int({ required: true, description: EXPECTED_VERSION }),
    title: t.string({ description: `What it is called; at most ${MAX_NAME} characters.` }),
    plainLanguageSummary: t.string({
      description: `What it is, for students and families; at most ${MAX_TEXT} characters.`,
    }),
    startDate: t.field({ type: 'Date', description: 'The first day.' }),
    endDate: t.field({ type: 'Date', description: 'The last day.' }),
    hoursPerWeek: t.field({ type: 'Decimal', description: 'Hours a week.' }),
    plannedHours: t.field({ type: 'Decimal', description: 'Hours in all.' }),
    pay: t.field({ type: PayTypeEnum, description: 'Who pays, if anyone.' }),
    creditBearing: t.boolean({ description: 'Whether it bears school credit.' }),
    slots: t.int({
      description:
        'How many students it shall be for; at least 1. A request: placements confirms it, or refuses it where more slots are taken.',
    }),
    ...optionalTerms(t),
  }),
});
type Input = typeof UpdateOpportunityInput.$inferInput;
type Row = Awaited<ReturnType<typeof lockOpportunity>>;

const UpdateOpportunityPayload = opportunityPayload(
  'UpdateOpportunityPayload',
  'What was changed.',
);

/** What has to be there: null says no more than leaving it out. */
const required = <Value>(given: Value | null | undefined, known: Value): Value => given ?? known;
/** What may be absent: null takes it away. */
const optional = <Value>(given: Value | undefined, known: Value): Value =>
  given === undefined ? known : given;

function changed(input: Input, row: Row) {
  const units = inUnits(input);
  const soc = optional(input.soc, row.soc);
  const naics = optional(input.naics, row.naics);
  return {
    title: required(input.title?.trim(), row.title),
    plainLanguageSummary: required(input.plainLanguageSummary?.trim(), row.plainLanguageSummary),
    startDate: required(input.startDate, row.startDate),
    endDate: required(input.endDate, row.endDate),
    minutesPerWeek: required(units.minutesPerWeek, row.minutesPerWeek),
    plannedMinutes: required(units.plannedMinutes, row.plannedMinutes),
    pay: required(input.pay, row.pay),
    creditBearing: required(input.creditBearing, row.creditBearing),
    soc,
    naics,
    careerCluster: careerCluster(soc, naics),
    demandRating: required(input.demandRating, row.demandRating),
    demandSource: optional(input.demandSource, row.demandSource),
    hourlyWageCents: optional(units.hourlyWageCents, row.hourlyWageCents),
    registeredApprenticeshipPartner: optional(
      input.registeredApprenticeshipPartner,
      row.registeredApprenticeshipPartner,
    ),
    minimumAge: optional(input.minimumAge, row.minimumAge),
    programHostId: optional(input.programHostId, row.programHostId),
    programId: optional(input.programId, row.programId),
    technologySupport: [...new Set(input.technologySupport ?? row.technologySupport)],
    ...requestSlots(row, input.slots),
  };
}

async function update(transaction: Transaction, input: Input): Promise<string> {
  const { opportunityId: id, expectedVersion } = input;
  const row = await lockOpportunity(transaction, id);
  requireVersion(`Opportunity "${id}"`, row.version, expectedVersion);
  if (!isEditable(row.status))
    throw ruleViolated(
      'OPPORTUNITY_STATUS',
      `Opportunity "${id}" is ${row.status} and changes no more. Publish a new one.`,
    );
  const data = changed(input, row);
  const after = { ...row, ...data, slots: required(input.slots, row.slots) };
  if (row.status === 'DRAFT') requireDraftable(after);
  else requirePublishable(after);
  await transaction.opportunity.update({
    where: { id },
    data: { ...data, version: { increment: 1 } },
  });
  return id;
}

builder.mutationFields((t) => ({
  updateOpportunity: t.field({
    type: UpdateOpportunityPayload,
    nullable: true,
    description:
      "Changes the terms of an opportunity. For staff of the region's board, and the employer. Its site and its type stay: another one is another opportunity.",
    args: {
      input: t.arg({ type: UpdateOpportunityInput, required: true, description: 'What changes.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"updateOpportunity"');
      checkTerms(input);
      await requireOffered(context, input.opportunityId, 'change this opportunity');
      requireMayRate(context, input);
      const { programHostId, programId } = input;
      await requireHostAndProgram(context, { programHostId, programId });
      const opportunityId = await once(
        context,
        { mutation: 'updateOpportunity', key, input },
        (transaction: Transaction) => update(transaction, input),
      );
      return { opportunityId };
    },
  }),
}));
