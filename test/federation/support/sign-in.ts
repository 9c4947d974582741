import { importJWK, type JWK, SignJWT } from 'jose';
import type { DevIssuer } from '../../../gateway/dev-issuer/dev-issuer.ts';
import type { Persona } from '../../../gateway/dev-issuer/personas.ts';
import { ACTOR_CLAIM } from '../../../gateway/identity.ts';
import type { Actor } from '../../../platform/actor.ts';

/** Who asks: a persona of the demo, or anybody else whom the issuer would vouch for. */
export type Asking = Persona | Actor;

const ALGORITHM = 'ES256';

/** Gives the token of who asks; the gateway verifies it as it verifies every other. */
export type SignIn = (origin: string, as: Asking) => Promise<string>;

/** Personas ask the issuer's own door; for others a token is signed with the issuer's key. */
export async function createSignIn({ issuer }: DevIssuer, key: JWK): Promise<SignIn> {
  const privateKey = await importJWK(key, ALGORITHM);
  const sign = ({ subject, ...actor }: Actor) =>
    new SignJWT({ [ACTOR_CLAIM]: actor })
      .setProtectedHeader({ alg: ALGORITHM })
      .setIssuer(issuer.issuer)
      .setAudience(issuer.audience)
      .setSubject(subject ?? '')
      .setExpirationTime('1h')
      .sign(privateKey);
  return (origin, as) => (typeof as === 'string' ? tokenOf(origin, as) : sign(as));
}

async function tokenOf(origin: string, persona: Persona): Promise<string> {
  const response = await fetch(`${origin}/dev/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}
