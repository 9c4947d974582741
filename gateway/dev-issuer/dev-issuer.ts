import { createLocalJWKSet, importJWK, type JWK, SignJWT } from 'jose';
import { ACTOR_CLAIM, type Issuer } from '../identity.ts';
import { PERSONAS, type Persona } from './personas.ts';

const ISSUER = 'https://connecting-activities.example/development';
const AUDIENCE = 'connecting-activities-graph';
const ALGORITHM = 'ES256';

/** A working day of trying things. */
const TOKEN_LIFETIME_SECONDS = 8 * 60 * 60;

/** Hands a token of any persona to anybody who asks: for development and demos only. */
export type DevIssuer = {
  /** What the gateway has to trust. */
  readonly issuer: Issuer;
  readonly personas: readonly string[];
  /** Null where there is no such persona. `now` is in milliseconds. */
  issue(persona: string, now: number): Promise<string | null>;
};

/** Signs with this private key, a P-256 JWK. */
export async function createDevIssuer(key: JWK): Promise<DevIssuer> {
  const privateKey = await importJWK(key, ALGORITHM);
  const { d: _private, ...publicKey } = key;
  return {
    issuer: {
      issuer: ISSUER,
      audience: AUDIENCE,
      keys: createLocalJWKSet({ keys: [{ ...publicKey, alg: ALGORITHM }] }),
    },
    personas: Object.keys(PERSONAS),
    async issue(persona, now) {
      if (!isPersona(persona)) return null;
      const issuedAt = Math.floor(now / 1000);
      const { subject, ...actor } = PERSONAS[persona];
      return await new SignJWT({ [ACTOR_CLAIM]: actor })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt(issuedAt)
        .setNotBefore(issuedAt)
        .setExpirationTime(issuedAt + TOKEN_LIFETIME_SECONDS)
        .sign(privateKey);
    },
  };
}

const isPersona = (name: string): name is Persona => Object.hasOwn(PERSONAS, name);
