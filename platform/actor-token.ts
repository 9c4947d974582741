import { createHash, createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { type Actor, actorSchema } from './actor.ts';
import { DomainError } from './errors.ts';

/** How long a subgraph accepts a token after it was signed. One token serves one request. */
export const TOKEN_LIFETIME_MS = 30_000;

const claimsSchema = z.object({
  aud: z.string(),
  exp: z.number(),
  jti: z.uuid(),
  rid: z.string(),
  body: z.string(),
  actor: actorSchema,
});

/**
 * The key that one subgraph verifies with. It is derived from the gateway's secret, so that a
 * subgraph that leaks its key cannot sign for the others.
 */
export function subgraphKey(gatewaySecret: string, audience: string): string {
  return Buffer.from(hkdfSync('sha256', gatewaySecret, '', `actor-token:${audience}`, 32)).toString(
    'base64url',
  );
}

const mac = (key: string, payload: string) =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(payload).digest('base64url');
const sha256 = (body: string) => createHash('sha256').update(body).digest('base64url');

/** What the gateway vouches for in one request to one subgraph. */
export type Vouched = { readonly actor: Actor; readonly requestId: string };

/** Signs one request's actor for one subgraph. `body` is the request body that the token is bound to. */
export function signActor(
  key: string,
  audience: string,
  { actor, requestId }: Vouched,
  body: string,
  now: number,
): string {
  const claims: z.infer<typeof claimsSchema> = {
    aud: audience,
    exp: now + TOKEN_LIFETIME_MS,
    jti: randomUUID(),
    rid: requestId,
    body: sha256(body),
    actor,
  };
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${mac(key, payload)}`;
}

const refuse = (why: string) =>
  new DomainError(
    'UNAUTHENTICATED',
    `This subgraph answers the gateway only: the token is ${why}.`,
  );

/** The claims of a token with a right signature. Throws `UNAUTHENTICATED` for any other. */
function readSigned(key: string, token: string | undefined) {
  const [payload, signature, ...rest] = token?.split('.') ?? [];
  if (!payload || !signature || rest.length > 0) throw refuse('missing or not a token');
  const expected = Buffer.from(mac(key, payload));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given))
    throw refuse('not signed by the gateway');
  return claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
}

/** Reads tokens for one subgraph. Remembers each until it expires, so that none is taken twice. */
export function createTokenVerifier(key: string, audience: string) {
  const seen = new Map<string, number>();
  const forgetExpired = (now: number) => {
    for (const [jti, exp] of seen) {
      if (exp > now) return;
      seen.delete(jti);
    }
  };

  /** Throws `UNAUTHENTICATED` for a token that is missing, altered, expired, replayed or not for us. */
  return (token: string | undefined, body: string, now: number): Vouched => {
    const claims = readSigned(key, token);
    if (claims.aud !== audience) throw refuse('for another subgraph');
    if (claims.exp <= now) throw refuse('expired');
    if (claims.body !== sha256(body)) throw refuse('for another body');
    forgetExpired(now);
    if (seen.has(claims.jti)) throw refuse('used already');
    seen.set(claims.jti, claims.exp);
    return { actor: claims.actor, requestId: claims.rid };
  };
}
