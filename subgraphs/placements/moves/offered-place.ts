import { badUserInput, notFound, ruleViolated } from '../../../platform/errors.ts';
import { isUuid } from '../../../platform/ids.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import type { PayType, WblType } from '../../../platform/vocabulary.ts';
import { ageOn } from '../domain/age.ts';
import type { OpportunityRef, Prisma, StudentRef } from '../generated/client/client.ts';
import type { Transaction } from '../locked-placement.ts';
import { requireOpen } from './reserve-slot.ts';

/** A place that the student found themself, as a caller tells it. */
export type FoundPlace = {
  readonly siteId?: string | null | undefined;
  readonly wblType: WblType;
  readonly startDate: Date;
  readonly endDate?: Date | null | undefined;
  readonly hoursPerWeek: number;
  readonly plannedHours: number;
  readonly pay: PayType;
  readonly hourlyWage?: number | null | undefined;
  readonly creditBearing: boolean;
  readonly registeredApprenticeshipPartner?: string | null | undefined;
};

/** What a placement takes from where it is: from an opportunity, or from a place that was found. */
export type Terms = Pick<
  Prisma.PlacementUncheckedCreateInput,
  | 'opportunityId'
  | 'siteId'
  | 'wblType'
  | 'minutesPerWeek'
  | 'plannedMinutes'
  | 'pay'
  | 'hourlyWageCents'
  | 'creditBearing'
  | 'registeredApprenticeshipPartner'
> & { readonly startDate: Date; readonly endDate: Date | null };

const MINUTES_PER_HOUR = 60;
const CENTS_PER_DOLLAR = 100;
const HOURS_A_WEEK = 168;
const MOST_HOURS = 10_000;

function requireNumber(name: string, value: number, most: number): void {
  if (value >= 0 && value <= most) return;
  throw badUserInput(`"${name}" is ${value}; from 0 to ${most} are possible.`);
}

/** Refuses numbers that cannot be, and an end before the start. */
export function checkFoundPlace(place: FoundPlace): void {
  requireNumber('hoursPerWeek', place.hoursPerWeek, HOURS_A_WEEK);
  requireNumber('plannedHours', place.plannedHours, MOST_HOURS);
  requireNumber('hourlyWage', place.hourlyWage ?? 0, MOST_HOURS);
  if (place.endDate && place.endDate < place.startDate)
    throw badUserInput(
      `"endDate" ${isoDay(place.endDate)} is before "startDate" ${isoDay(place.startDate)}.`,
    );
}

export async function termsOfFound(transaction: Transaction, place: FoundPlace): Promise<Terms> {
  const siteId = place.siteId ?? null;
  const site =
    siteId && isUuid(siteId) ? await transaction.siteRef.findUnique({ where: { siteId } }) : null;
  if (siteId && !site) throw notFound('Site', siteId);
  return {
    opportunityId: null,
    siteId,
    wblType: place.wblType,
    startDate: place.startDate,
    endDate: place.endDate ?? null,
    minutesPerWeek: Math.round(place.hoursPerWeek * MINUTES_PER_HOUR),
    plannedMinutes: Math.round(place.plannedHours * MINUTES_PER_HOUR),
    pay: place.pay,
    hourlyWageCents:
      typeof place.hourlyWage === 'number' ? Math.round(place.hourlyWage * CENTS_PER_DOLLAR) : null,
    creditBearing: place.creditBearing,
    registeredApprenticeshipPartner: place.registeredApprenticeshipPartner ?? null,
  };
}

function requireMinimumAge({ opportunityId, minimumAge, startDate }: OpportunityRef, born: Date) {
  if (minimumAge === null || ageOn(isoDay(born), isoDay(startDate)) >= minimumAge) return;
  throw ruleViolated(
    'MINIMUM_AGE',
    `Opportunity "${opportunityId}" takes students from ${minimumAge} on; the student is younger on its first day.`,
  );
}

export async function termsOfOpportunity(
  transaction: Transaction,
  opportunityId: string,
  { bornOn }: StudentRef,
): Promise<Terms> {
  const opportunity = isUuid(opportunityId)
    ? await transaction.opportunityRef.findUnique({ where: { opportunityId } })
    : null;
  if (!opportunity) throw notFound('Opportunity', opportunityId);
  requireOpen(opportunity);
  requireMinimumAge(opportunity, bornOn);
  return {
    opportunityId,
    siteId: opportunity.siteId,
    wblType: opportunity.wblType,
    startDate: opportunity.startDate,
    endDate: opportunity.endDate,
    minutesPerWeek: opportunity.minutesPerWeek ?? 0,
    plannedMinutes: opportunity.plannedMinutes ?? 0,
    pay: opportunity.pay,
    hourlyWageCents: opportunity.hourlyWageCents,
    creditBearing: opportunity.creditBearing,
    registeredApprenticeshipPartner: opportunity.registeredApprenticeshipPartner,
  };
}
