import {
  createHmac,
  createSecretKey,
  hash,
  hkdfSync,
  type KeyObject,
  randomUUID,
  timingSafeEqual,
} from 'node:crypto';
import { z } from 'zod';

/** How long a token is taken after it was signed. One token serves one request. */
export const TOKEN_LIFETIME_MS = 30_000;

/** A key for one purpose. Whoever has it can compute neither the secret nor another purpose's key. */
export const deriveKey = (secret: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32)).toString('base64url');

/** A key as text, or as it is kept by who uses it again and again: that is read once. */
export type TokenKey = string | KeyObject;
export const readTokenKey = (key: string): KeyObject => createSecretKey(key, 'base64url');

const mac = (key: TokenKey, payload: string) =>
  createHmac('sha256', typeof key === 'string' ? readTokenKey(key) : key)
    .update(payload)
    .digest('base64url');
const sha256 = (body: string) => hash('sha256', body, 'base64url');

const claimsSchema = z.looseObject({
  aud: z.string(),
  exp: z.number(),
  jti: z.uuid(),
  body: z.string(),
});

/** What a token is for: one body, sent to one audience, about now. */
export type Occasion = { readonly audience: string; readonly body: string; readonly now: number };

/** A standing part of tokens, as it is sent: whoever sends it again and again encodes it once. */
export const encodeStanding = (standing: object): string =>
  Buffer.from(JSON.stringify(standing)).toString('base64url');

/** Signs `standing`, which was encoded, and the other `claims` for one request. */
export function signToken(
  key: TokenKey,
  { audience, body, now }: Occasion,
  standing: string,
  claims: object = {},
): string {
  const occasion = {
    ...claims,
    aud: audience,
    exp: now + TOKEN_LIFETIME_MS,
    jti: randomUUID(),
    body: sha256(body),
  };
  const payload = `${standing}.${Buffer.from(JSON.stringify(occasion)).toString('base64url')}`;
  return `${payload}.${mac(key, payload)}`;
}

/** Makes the error that says why a token is not taken. */
export type Refuse = (why: string) => Error;

/** What a token with a right signature says. */
export type Signed = {
  /** As it was sent: the same text says the same. */
  readonly standing: string;
  readonly claims: z.infer<typeof claimsSchema>;
};

/** Of a token whose signature is right. */
export const decodeStanding = (standing: string): unknown =>
  JSON.parse(Buffer.from(standing, 'base64url').toString());

function readSigned(key: TokenKey, token: string | undefined, refuse: Refuse): Signed {
  const [standing, occasion, signature, ...rest] = token?.split('.') ?? [];
  if (!standing || !occasion || !signature || rest.length > 0)
    throw refuse('missing or not a token');
  const expected = Buffer.from(mac(key, `${standing}.${occasion}`));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given))
    throw refuse('not signed with the right key');
  return { standing, claims: claimsSchema.parse(decodeStanding(occasion)) };
}

/** Reads tokens for one audience. Remembers each until it expires, so that none is taken twice. */
export function createSignedTokenReader(keyText: string, refuse: Refuse) {
  const key = readTokenKey(keyText);
  const seen = new Map<string, number>();
  const forgetExpired = (now: number) => {
    for (const [jti, exp] of seen) {
      if (exp > now) return;
      seen.delete(jti);
    }
  };

  /** Throws for a token that is missing, altered, expired, replayed or for something else. */
  return (token: string | undefined, { audience, body, now }: Occasion): Signed => {
    const signed = readSigned(key, token, refuse);
    const { claims } = signed;
    if (claims.aud !== audience) throw refuse('for another subgraph');
    if (claims.exp <= now) throw refuse('expired');
    if (claims.body !== sha256(body)) throw refuse('for another body');
    forgetExpired(now);
    if (seen.has(claims.jti)) throw refuse('used already');
    seen.set(claims.jti, claims.exp);
    return signed;
  };
}
