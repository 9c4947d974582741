import { createLocalJWKSet, importJWK, type JWK, SignJWT } from 'jose';
import { ACTOR_CLAIM, type Issuer } from '../../gateway/identity.ts';
import type { Actor } from '../../platform/actor.ts';

/** Whom the bench's tokens are from. */
export const ISSUER = 'https://connecting-activities.example/bench';
/** Whom they are for. */
export const AUDIENCE = 'connecting-activities-graph';

/** Trusts the bench's own key, a P-256 JWK. */
export function benchIssuer({ d: _private, ...publicKey }: JWK): Issuer {
  const keys = createLocalJWKSet({ keys: [{ ...publicKey, alg: 'ES256' }] });
  return { issuer: ISSUER, audience: AUDIENCE, keys };
}

/** A token of a student, by their id. */
export const studentToken = (key: JWK, id: string): Promise<string> =>
  actorToken(key, { subject: `bench|${id}`, role: 'STUDENT', students: [id] });

/** A token of anybody who signs in. */
export async function actorToken(key: JWK, { subject, ...claim }: Actor): Promise<string> {
  return await new SignJWT({ [ACTOR_CLAIM]: claim })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(String(subject))
    .setIssuedAt()
    .setExpirationTime('8h')
    .sign(await importJWK(key, 'ES256'));
}
