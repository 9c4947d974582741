export type ConsentTerm = {
  readonly grantedOn: string;
  readonly expiresOn: string;
  readonly revokedOn: string | null;
};

/** In force from the day of the grant until the day it expires, or was revoked; that day is not in it. */
export const isInForce = ({ grantedOn, expiresOn, revokedOn }: ConsentTerm, day: string): boolean =>
  grantedOn <= day && day < expiresOn && (revokedOn === null || day < revokedOn);

export type TermFit =
  | { readonly status: 'fits' }
  | { readonly status: 'granted-in-the-future'; readonly today: string }
  | { readonly status: 'expires-with-its-grant' }
  | { readonly status: 'expired-already'; readonly today: string };

/** A consent is granted today or was on paper before, and has at least one day still ahead. */
export function termFit(grantedOn: string, expiresOn: string, today: string): TermFit {
  if (grantedOn > today) return { status: 'granted-in-the-future', today };
  if (expiresOn <= grantedOn) return { status: 'expires-with-its-grant' };
  if (expiresOn <= today) return { status: 'expired-already', today };
  return { status: 'fits' };
}

export type RevocationFit =
  | { readonly status: 'fits' }
  | { readonly status: 'revoked-already'; readonly on: string }
  | { readonly status: 'expired-already'; readonly on: string };

/** A consent is revoked once, while it has not run out. */
export function revocationFit({ expiresOn, revokedOn }: ConsentTerm, today: string): RevocationFit {
  if (revokedOn !== null) return { status: 'revoked-already', on: revokedOn };
  if (expiresOn <= today) return { status: 'expired-already', on: expiresOn };
  return { status: 'fits' };
}
