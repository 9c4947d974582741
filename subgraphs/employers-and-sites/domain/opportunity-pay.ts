import type { WblType } from '../../../platform/vocabulary.ts';
import { blocking, type Finding } from './finding.ts';
import type { Terms } from './opportunity-terms.ts';

const PAID_OR_FOR_CREDIT: readonly WblType[] = ['INTERNSHIP', 'CLINICAL_PRACTICUM'];

/** Cooperative education is always paid; a stipend is pay. */
export function coopFinding({ wblType, pay }: Terms): Finding | null {
  if (wblType !== 'COOPERATIVE_EDUCATION' || pay !== 'UNPAID') return null;
  return blocking(
    'COOP_MUST_BE_PAID',
    'Cooperative education cannot be UNPAID. It is EMPLOYER_PAID, SUBSIDIZED or has a STIPEND.',
  );
}

/** An internship or a clinical practicum is paid, or bears credit. */
export function paidOrCreditFinding({ wblType, pay, creditBearing }: Terms): Finding | null {
  if (!PAID_OR_FOR_CREDIT.includes(wblType) || pay !== 'UNPAID' || creditBearing) return null;
  return blocking(
    'PAID_OR_CREDIT',
    `${wblType} cannot be UNPAID and bear no credit. Pay it, or make it credit-bearing.`,
  );
}

/** An hourly wage is for work that is paid by the hour. */
export function wageWithoutPayFinding({ pay, hourlyWageCents }: Terms): Finding | null {
  if (hourlyWageCents === null || pay === 'EMPLOYER_PAID' || pay === 'SUBSIDIZED') return null;
  return blocking(
    'WAGE_WITHOUT_PAY',
    `What is ${pay} has no hourly wage. Leave the wage out, or make it EMPLOYER_PAID or SUBSIDIZED.`,
  );
}
