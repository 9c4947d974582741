import { hash, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';
import { type HmacKey, hmac, readHmacKey } from './hmac.ts';

/** How long a token is taken after it was signed. One token serves one request. */
export const TOKEN_LIFETIME_MS = 30_000;

/** A key for one purpose. Whoever has it can compute neither the secret nor another purpose's key. */
export const deriveKey = (secret: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)).toString('base64url');

/** A key as text, or as it is kept by who uses it again and again: that is read once. */
export type TokenKey = string | HmacKey;
export const readTokenKey = (key: string): HmacKey => readHmacKey(Buffer.from(key, 'base64url'));

const mac = (key: TokenKey, payload: string) =>
  hmac(typeof key === 'string' ? readTokenKey(key) : key, payload);
const sha256 = (body: string) => hash('sha256', body, 'base64url');

/** What a token is for: one body, sent to one audience, about now. */
export type Occasion = { readonly audience: string; readonly body: string; readonly now: number };

/** What a token says. */
export type Said = {
  /** From {@link encodeStanding}: whoever says the same again and again encodes it once. */
  readonly standing: string;
  /** Of this request, in letters of {@link PLAIN}. */
  readonly note: string;
};

export const encodeStanding = (standing: object): string =>
  Buffer.from(JSON.stringify(standing)).toString('base64url');

/** Of a token whose signature is right. */
export const decodeStanding = (standing: string): unknown =>
  JSON.parse(Buffer.from(standing, 'base64url').toString());

const SEPARATOR = '~';
const PLAIN = /^[\w.:-]*$/;

/** Signs what is said, for one request: its parts with a separator that is in none of them, and their code. */
export function signToken(
  key: TokenKey,
  { audience, body, now }: Occasion,
  { standing, note }: Said,
): string {
  if (!PLAIN.test(note)) throw new Error('The note of a token has letters that no token can have.');
  const parts = [standing, audience, now + TOKEN_LIFETIME_MS, randomUUID(), sha256(body), note];
  const payload = parts.join(SEPARATOR);
  return `${payload}${SEPARATOR}${mac(key, payload)}`;
}

/** Makes the error that says why a token is not taken. */
export type Refuse = (why: string) => Error;

type Signed = Said & {
  readonly audience: string;
  readonly expires: number;
  readonly id: string;
  readonly bodyHash: string;
};

/** What a token says whose signature is right. */
function readSigned(key: TokenKey, token: string | undefined, refuse: Refuse): Signed {
  const [standing, audience, expires, id, bodyHash, note, signature, ...rest] =
    token?.split(SEPARATOR) ?? [];
  if (!token || !standing || !audience || !id || !bodyHash || note === undefined || !signature)
    throw refuse('missing or not a token');
  if (rest.length > 0) throw refuse('missing or not a token');
  const expected = Buffer.from(mac(key, token.slice(0, -signature.length - SEPARATOR.length)));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given))
    throw refuse('not signed with the right key');
  return { standing, audience, expires: Number(expires), id, bodyHash, note };
}

/** Reads tokens for one audience. Remembers each until it expires, so that none is taken twice. */
export function createSignedTokenReader(keyText: string, refuse: Refuse) {
  const key = readTokenKey(keyText);
  const seen = new Map<string, number>();
  const forgetExpired = (now: number) => {
    for (const [id, expires] of seen) {
      if (expires > now) return;
      seen.delete(id);
    }
  };

  /** Throws for a token that is missing, altered, expired, replayed or for something else. */
  return (token: string | undefined, occasion: Occasion): Said => {
    const { standing, note, audience, expires, id, bodyHash } = readSigned(key, token, refuse);
    if (audience !== occasion.audience) throw refuse('for another subgraph');
    if (!(expires > occasion.now)) throw refuse('expired');
    if (bodyHash !== sha256(occasion.body)) throw refuse('for another body');
    forgetExpired(occasion.now);
    if (seen.has(id)) throw refuse('used already');
    seen.set(id, expires);
    return { standing, note };
  };
}
