import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { type Actor, actorSchema, PUBLIC_ACTOR } from '../platform/actor.ts';
import { DomainError } from '../platform/errors.ts';
import { BoundedMap } from './bounded-map.ts';
import { CLOCK_LEEWAY_SECONDS, TOKENS_KEPT } from './limits.ts';

/** The claim of a token that holds the actor, as `actorSchema` reads it; `sub` is its subject. */
export const ACTOR_CLAIM = 'https://connecting-activities.example/actor';

/** Public-key algorithms only: with a shared secret, whoever verifies could also sign. */
export const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'RS256', 'PS256'];

/** Somebody whose tokens we take. */
export type Issuer = {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
};

/** Turns the `authorization` header into the actor. Throws `UNAUTHENTICATED` for a bad token. */
export type Identity = (authorization: string | undefined) => Promise<Actor>;

/** Everybody is the public: for a gateway that has no identity. */
export const everybodyIsPublic: Identity = async () => PUBLIC_ACTOR;

type Known = { readonly actor: Actor; readonly expiresAt: number };

/** `now` is in milliseconds. A token is verified once and then known until it expires. */
export function createIdentity(issuers: readonly Issuer[], now: () => number): Identity {
  const known = new BoundedMap<string, Known>(TOKENS_KEPT);

  return async (authorization) => {
    if (authorization === undefined) return PUBLIC_ACTOR;
    const token = readBearer(authorization);
    const remembered = known.get(token);
    if (remembered && now() < remembered.expiresAt) return remembered.actor;
    known.delete(token);
    const verified = await verify(issuers, token, now());
    known.set(token, verified);
    return verified.actor;
  };
}

function readBearer(authorization: string): string {
  const [, token] = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(authorization) ?? [];
  if (!token)
    throw refuse('The header "Authorization" must be "Bearer <token>", with a signed JWT.');
  return token;
}

async function verify(issuers: readonly Issuer[], token: string, now: number): Promise<Known> {
  try {
    const trusted = issuerOf(issuers, token);
    const { payload } = await jwtVerify(token, trusted.keys, {
      issuer: trusted.issuer,
      audience: trusted.audience,
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_LEEWAY_SECONDS,
      requiredClaims: ['exp', 'sub'],
      currentDate: new Date(now),
    });
    return { actor: readActor(payload), expiresAt: expiryOf(payload) };
  } catch (error) {
    throw explain(error);
  }
}

function issuerOf(issuers: readonly Issuer[], token: string): Issuer {
  const { iss } = decodeJwt(token);
  const trusted = issuers.find(({ issuer }) => issuer === iss);
  if (!trusted) throw refuse('The token is from an issuer that this gateway does not trust.');
  return trusted;
}

const expiryOf = ({ exp = 0 }: JWTPayload) => (exp + CLOCK_LEEWAY_SECONDS) * 1000;

/** The signed `sub` is who they are, whatever the actor's claim calls them. One that is null names nobody. */
function readActor({ sub, [ACTOR_CLAIM]: claim }: JWTPayload): Actor {
  const given = typeof claim === 'object' && claim !== null ? claim : {};
  const parsed = actorSchema.safeParse({ ...given, subject: sub ?? undefined });
  if (parsed.success) return parsed.data;
  throw refuse(`The token's claim "${ACTOR_CLAIM}" is missing or is not an actor.`);
}

const refuse = (message: string) => new DomainError('UNAUTHENTICATED', message);

const CLAIM_PROBLEMS: Readonly<Record<string, string>> = {
  aud: 'The token is for another audience.',
  iss: 'The token is from an issuer that this gateway does not trust.',
  nbf: 'The token is not valid yet.',
};

/** The issuer's keys could not be read: nothing that the caller did. */
const KEYS_UNREADABLE = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

/** What is wrong with a token, without a part of it. An error that is not the token's is passed on. */
function explain(error: unknown): unknown {
  if (!(error instanceof errors.JOSEError) || KEYS_UNREADABLE.includes(error.code)) return error;
  if (error instanceof errors.JWTExpired) return refuse('The token has expired. Get a new one.');
  if (error instanceof errors.JWTClaimValidationFailed)
    return refuse(
      CLAIM_PROBLEMS[error.claim] ?? `The token's claim "${error.claim}" is not right.`,
    );
  if (error instanceof errors.JOSEAlgNotAllowed)
    return refuse(`The token's algorithm is not one of ${ALGORITHMS.join(', ')}.`);
  if (error instanceof errors.JWSSignatureVerificationFailed || isAboutKeys(error))
    return refuse("The token's signature does not fit the issuer's keys.");
  return refuse('The token is not a JWT that this gateway can read.');
}

const isAboutKeys = (error: unknown) =>
  error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
