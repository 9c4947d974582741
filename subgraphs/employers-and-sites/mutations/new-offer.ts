import type { InputFieldBuilder } from '@pothos/core';
import type { PayType, WblType } from '../../../platform/vocabulary.ts';
import type { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { careerCluster } from '../domain/career-cluster.ts';
import { asCents, asMinutes } from '../domain/units.ts';
import type { DemandRating, TechnologySupport } from '../generated/client/client.ts';
import { MAX_NAME, MAX_TEXT } from '../limits.ts';
import { requireHostAndProgram } from '../opportunities.ts';
import { requireSpokenFor } from '../sites.ts';
import { PayTypeEnum, WblTypeEnum } from '../types/enums.ts';
import { checkTerms, optionalTerms, requireMayRate } from './opportunity-input.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never;

/** What is said of a new opportunity, published or drafted. */
export const offerFields = (t: InputFieldBuilder<Types, 'InputObject'>) => ({
  siteId: t.id({
    required: true,
    description: 'Where it is. The site must be ACTIVE where it is published.',
  }),
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
});

type Given<Value> = Value | null | undefined;
type Input = {
  readonly siteId: string;
  readonly title: string;
  readonly plainLanguageSummary: string;
  readonly wblType: WblType;
  readonly startDate: Date;
  readonly endDate: Date;
  readonly hoursPerWeek: number;
  readonly plannedHours: number;
  readonly pay: PayType;
  readonly creditBearing: boolean;
  readonly slots: number;
  readonly soc?: Given<string>;
  readonly naics?: Given<string>;
  readonly demandRating?: Given<DemandRating>;
  readonly demandSource?: Given<string>;
  readonly hourlyWage?: Given<number>;
  readonly registeredApprenticeshipPartner?: Given<string>;
  readonly minimumAge?: Given<number>;
  readonly programHostId?: Given<string>;
  readonly programId?: Given<string>;
  readonly technologySupport?: Given<readonly TechnologySupport[]>;
};

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
  programId: input.programId ?? null,
  technologySupport: [...new Set(input.technologySupport ?? [])],
});

/** The offer as it will be written, if the caller speaks for its site. */
export async function requireOffer(context: Context, input: Input) {
  checkTerms(input);
  const site = await requireSpokenFor(context, input.siteId, 'offer opportunities at this site');
  requireMayRate(context, input);
  const program = await requireHostAndProgram(context, input);
  // Whoever runs the program is its host, unless it is at home at the site.
  const host = input.programHostId ?? program?.hostId ?? null;
  return { ...offerOf(input), programHostId: host === site.employerId ? null : host };
}
export type NewOffer = Awaited<ReturnType<typeof requireOffer>>;
