import { blocking, type Finding } from './finding.ts';
import type { Terms } from './opportunity-terms.ts';

/** A pre-apprenticeship has a documented partnership with a Registered Apprenticeship program. */
export function apprenticeshipFinding({
  wblType,
  registeredApprenticeshipPartner: partner,
}: Terms): Finding | null {
  if (wblType !== 'PRE_APPRENTICESHIP' || partner !== null) return null;
  return blocking(
    'RA_PARTNER_REQUIRED',
    'PRE_APPRENTICESHIP needs "registeredApprenticeshipPartner", the Registered Apprenticeship program it is in partnership with.',
  );
}
