import type { AgreementStatus } from './agreement-state.ts';

/** From what holds most to what holds no more. */
const PREFERENCE: readonly AgreementStatus[] = [
  'ACTIVE',
  'PENDING_SIGNATURE',
  'DRAFT',
  'TERMINATED',
  'EXPIRED',
];

/**
 * Of a school's agreements for one fiscal year, the one to show: an active one before one that is
 * being signed, and that before one that ended. Null where there is none.
 */
export function agreementInForce<Agreement extends { readonly status: AgreementStatus }>(
  agreements: readonly Agreement[],
): Agreement | null {
  const [best] = agreements.toSorted(
    (a, b) => PREFERENCE.indexOf(a.status) - PREFERENCE.indexOf(b.status),
  );
  return best ?? null;
}
