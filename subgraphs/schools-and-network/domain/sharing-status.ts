/** `EXPIRED` is never written down: it is what an agreement becomes after its last day. */
export type SharingStatus = 'DRAFT' | 'ACTIVE' | 'SUSPENDED' | 'EXPIRED' | 'TERMINATED';

/** An agreement's status on a day: one that was in force, or suspended, ends with its last day. */
export function sharingStatusOn(
  today: string,
  { status, lastDay }: { readonly status: SharingStatus; readonly lastDay: string },
): SharingStatus {
  const canRunOut = status === 'ACTIVE' || status === 'SUSPENDED';
  return canRunOut && today > lastDay ? 'EXPIRED' : status;
}
