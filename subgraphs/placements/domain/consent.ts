import { ageOn } from './age.ts';

/** A consent as students-and-mycap tells it. */
export type Consent = {
  readonly recipient: string;
  readonly purpose: string;
  readonly grantedOn: string;
  /** The first day no longer in force. */
  readonly expiresOn?: string | null | undefined;
  readonly revokedOn?: string | null | undefined;
};

/** The purpose that a consent to a placement declares. */
export const PLACEMENT_PURPOSE = 'PLACEMENT';

export type ConsentState =
  | { readonly status: 'given' }
  | { readonly status: 'missing' }
  | { readonly status: 'revoked'; readonly on: string };

type Asked = {
  readonly consents: readonly Consent[];
  /** What the employer is called in a consent: its id, and its name where that is known. */
  readonly recipients: readonly string[];
  /** When the student or the family approved the placement itself. */
  readonly approvedOn: string | null;
  readonly today: string;
};

const isLive = ({ grantedOn, expiresOn, revokedOn }: Consent, today: string) =>
  grantedOn <= today && (!expiresOn || today < expiresOn) && (!revokedOn || today < revokedOn);

/**
 * Whether student or family agree to a placement: they approved it, or a live consent names the
 * employer and the purpose. A consent to that employer that was revoked on the day of the approval
 * or later takes the approval back.
 */
export function consentState({ consents, recipients, approvedOn, today }: Asked): ConsentState {
  const named = new Set(recipients.map((name) => name.toLowerCase()));
  const ours = consents.filter(
    ({ purpose, recipient }) => purpose === PLACEMENT_PURPOSE && named.has(recipient.toLowerCase()),
  );
  if (ours.some((consent) => isLive(consent, today))) return { status: 'given' };
  const on = ours
    .flatMap(({ revokedOn }) => revokedOn ?? [])
    .toSorted()
    .at(-1);
  if (on !== undefined && on <= today && (approvedOn === null || on >= approvedOn))
    return { status: 'revoked', on };
  return { status: approvedOn === null ? 'missing' : 'given' };
}

const ELIGIBLE_AGE = 14;
const ELIGIBLE_GRADE = 9;
const ADULT = 18;

/** An eligible student (603 CMR 23.02) consents themself: at 14, or from grade 9 on. */
export const isEligibleStudent = (bornOn: string, grade: number, today: string): boolean =>
  grade >= ELIGIBLE_GRADE || ageOn(bornOn, today) >= ELIGIBLE_AGE;

/** A parent may consent too, until the student is 18. */
export const mayParentConsent = (bornOn: string, today: string): boolean =>
  ageOn(bornOn, today) < ADULT;
