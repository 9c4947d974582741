import type { InputFieldBuilder } from '@pothos/core';
import { forbidden } from '../../../platform/errors.ts';
import { checkTexts } from '../../../platform/graphql/mutation-checks.ts';
import { canRateDemand } from '../access.ts';
import type { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { asCents, asMinutes } from '../domain/units.ts';
import type { DemandRating } from '../generated/client/client.ts';
import { checkRange, MAX_NAME, MAX_TEXT } from '../limits.ts';
import { DemandRatingEnum, TechnologySupportEnum } from '../types/enums.ts';

type Types = typeof builder extends PothosSchemaTypes.SchemaBuilder<infer T> ? T : never;

/** Beyond these a number is a slip: a week has 168 hours, and nobody offers 1,000 slots. */
const MOST = { hoursPerWeek: 80, plannedHours: 3_000, hourlyWage: 500, slots: 999, age: 22 };
const LEAST_AGE = 14;
const LEAST_HOURS = 0.25;

/** What an opportunity may say or leave out, when it is published and when it is changed. */
export const optionalTerms = (t: InputFieldBuilder<Types, 'InputObject'>) => ({
  soc: t.field({ type: 'SocCode', description: 'The occupation, where it has one.' }),
  naics: t.field({ type: 'NaicsCode', description: 'The industry, where known.' }),
  demandRating: t.field({
    type: DemandRatingEnum,
    description: "How much the labor market asks for the occupation. For the board's staff alone.",
  }),
  demandSource: t.string({ description: 'Who says so of the demand, or where it stands.' }),
  hourlyWage: t.field({
    type: 'Decimal',
    description: `The advertised wage in dollars an hour; at most ${MOST.hourlyWage}.`,
  }),
  registeredApprenticeshipPartner: t.string({
    description: 'The Registered Apprenticeship program that a pre-apprenticeship leads to.',
  }),
  minimumAge: t.int({
    description: `The least age in years, from ${LEAST_AGE} to ${MOST.age}; null where there is none but the law.`,
  }),
  programHostId: t.id({
    description:
      "The employer whose program it is, where that is not the site's own. The program's host where not given.",
  }),
  programId: t.id({ description: 'The program it is part of.' }),
  technologySupport: t.field({
    type: [TechnologySupportEnum],
    description: 'What every student who takes it is given for it; at most 3.',
  }),
});

type Terms = {
  readonly title?: string | null | undefined;
  readonly plainLanguageSummary?: string | null | undefined;
  readonly demandSource?: string | null | undefined;
  readonly registeredApprenticeshipPartner?: string | null | undefined;
  readonly hoursPerWeek?: number | null | undefined;
  readonly plannedHours?: number | null | undefined;
  readonly hourlyWage?: number | null | undefined;
  readonly slots?: number | null | undefined;
  readonly minimumAge?: number | null | undefined;
  readonly demandRating?: DemandRating | null | undefined;
};

export function checkTerms(terms: Terms): void {
  const { title, demandSource, registeredApprenticeshipPartner, plainLanguageSummary } = terms;
  checkTexts({ title, demandSource, registeredApprenticeshipPartner }, MAX_NAME);
  checkTexts({ plainLanguageSummary }, MAX_TEXT);
  checkRange({ hoursPerWeek: terms.hoursPerWeek }, LEAST_HOURS, MOST.hoursPerWeek);
  checkRange({ plannedHours: terms.plannedHours }, LEAST_HOURS, MOST.plannedHours);
  checkRange({ hourlyWage: terms.hourlyWage }, 0, MOST.hourlyWage);
  checkRange({ minimumAge: terms.minimumAge }, LEAST_AGE, MOST.age);
  // Less than one is a rule of the domain's, and said by it.
  checkRange({ slots: terms.slots }, Number.MIN_SAFE_INTEGER, MOST.slots);
}

/** An employer does not rate the demand for what it offers. */
export function requireMayRate({ actor }: Context, { demandRating }: Terms): void {
  if (demandRating === null || demandRating === undefined || canRateDemand(actor)) return;
  throw forbidden(actor.role, 'rate the demand for an occupation');
}

/** Hours and dollars of an input as whole minutes and cents: null is null, and what is not said stays so. */
export function inUnits({ hoursPerWeek, plannedHours, hourlyWage }: Terms) {
  const as = (given: number | null | undefined, write: (value: number) => number) =>
    given === null || given === undefined ? given : write(given);
  return {
    minutesPerWeek: as(hoursPerWeek, asMinutes),
    plannedMinutes: as(plannedHours, asMinutes),
    hourlyWageCents: as(hourlyWage, asCents),
  };
}
