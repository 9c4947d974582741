import { IDEMPOTENCY_KEY, requireSignedIn } from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { builder } from '../builder.ts';
import { careerCluster } from '../domain/career-cluster.ts';
import { asCents, asMinutes } from '../domain/units.ts';
import type { Prisma } from '../generated/client/client.ts';
import { MAX_NAME, MAX_TEXT } from '../limits.ts';
import { requireActiveSite, requireHostAndProgram, requirePublishable } from '../opportunities.ts';
import { holdSite, requireSpokenFor } from '../sites.ts';
import type { Transaction } from '../transaction.ts';
import { PayTypeEnum, WblTypeEnum } from '../types/enums.ts';
import { checkTerms, optionalTerms, requireMayRate } from './opportunity-input.ts';
import { opportunityPayload } from './opportunity-payload.ts';

const PublishOpportunityInput = builder.inputType('PublishOpportunityInput', {
  description: 'What a site offers.',
  fields: (t) => ({
    siteId: t.id({ required: true, description: 'Where it is; the site must be ACTIVE.' }),
    title: t.string({
      required: true,
      description: `What it is called; at most ${MAX_NAME} characters.`,
    }),
    plainLanguageSummary: t.string({
      required: true,
      description: `What it is, for students and families; at most ${MAX_TEXT} characters.`,
    }),
    wblType: t.field({ type: WblTypeEnum, required: true, description: 'What type it is.' }),
    startDate: t.field({ type: 'Date', required: true, description: 'The first day.' }),
    endDate: t.field({ type: 'Date', required: true, description: 'The last day.' }),
    hoursPerWeek: t.field({ type: 'Decimal', required: true, description: 'Hours a week.' }),
    plannedHours: t.field({ type: 'Decimal', required: true, description: 'Hours in all.' }),
    pay: t.field({ type: PayTypeEnum, required: true, description: 'Who pays, if anyone.' }),
    creditBearing: t.boolean({
      required: true,
      defaultValue: false,
      description: 'Whether it bears school credit.',
    }),
    slots: t.int({ required: true, description: 'How many students it is for; at least 1.' }),
    ...optionalTerms(t),
  }),
});
type Input = typeof PublishOpportunityInput.$inferInput;

const PublishOpportunityPayload = opportunityPayload(
  'PublishOpportunityPayload',
  'What was published.',
);

const offerOf = (input: Input) => ({
  siteId: input.siteId,
  title: input.title.trim(),
  plainLanguageSummary: input.plainLanguageSummary.trim(),
  wblType: input.wblType,
  startDate: input.startDate,
  endDate: input.endDate,
  minutesPerWeek: asMinutes(input.hoursPerWeek),
  plannedMinutes: asMinutes(input.plannedHours),
  pay: input.pay,
  creditBearing: input.creditBearing,
  slots: input.slots,
  soc: input.soc ?? null,
  naics: input.naics ?? null,
  careerCluster: careerCluster(input.soc ?? null, input.naics ?? null),
  demandRating: input.demandRating ?? ('UNRATED' as const),
  demandSource: input.demandSource ?? null,
  hourlyWageCents: typeof input.hourlyWage === 'number' ? asCents(input.hourlyWage) : null,
  registeredApprenticeshipPartner: input.registeredApprenticeshipPartner ?? null,
  minimumAge: input.minimumAge ?? null,
  programHostId: input.programHostId ?? null,
  programId: input.programId ?? null,
  technologySupport: [...new Set(input.technologySupport ?? [])],
});

async function publish(transaction: Transaction, offer: ReturnType<typeof offerOf>) {
  const site = await holdSite(transaction, offer.siteId);
  requireActiveSite(site);
  const data: Prisma.OpportunityUncheckedCreateInput = {
    ...offer,
    boardCode: site.boardCode,
    status: 'OPEN',
  };
  return (await transaction.opportunity.create({ data, select: { id: true } })).id;
}

builder.mutationFields((t) => ({
  publishOpportunity: t.field({
    type: PublishOpportunityPayload,
    nullable: true,
    description:
      "Advertises what a site offers, with all its slots. For staff of the region's board, and the employer. What is not refused may still have findings to look at.",
    args: {
      input: t.arg({ type: PublishOpportunityInput, required: true, description: 'What.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"publishOpportunity"');
      checkTerms(input);
      await requireSpokenFor(context, input.siteId, 'publish opportunities at this site');
      requireMayRate(context, input);
      await requireHostAndProgram(context, input);
      const offer = offerOf(input);
      requirePublishable(offer);
      const opportunityId = await once(
        context,
        { mutation: 'publishOpportunity', key, input },
        (transaction: Transaction) => publish(transaction, offer),
      );
      return { opportunityId };
    },
  }),
}));
