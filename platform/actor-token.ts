import { z } from 'zod';
import { type Actor, actorSchema } from './actor.ts';
import { DomainError } from './errors.ts';
import { createSignedTokenReader, deriveKey, signToken, type TokenKey } from './signed-token.ts';

const claimsSchema = z.object({ rid: z.string(), actor: actorSchema });

/**
 * The key that one subgraph verifies with. It is derived from the gateway's secret, so that a
 * subgraph that leaks its key cannot sign for the others.
 */
export const subgraphKey = (gatewaySecret: string, audience: string): string =>
  deriveKey(gatewaySecret, `actor-token:${audience}`);

/** What the gateway vouches for in one request to one subgraph. */
export type Vouched = { readonly actor: Actor; readonly requestId: string };

/** Signs one request's actor for one subgraph. `body` is the request body that the token is bound to. */
export const signActor = (
  key: TokenKey,
  audience: string,
  { actor, requestId }: Vouched,
  body: string,
  now: number,
): string => signToken(key, { audience, body, now }, { rid: requestId, actor });

const refuse = (why: string) =>
  new DomainError(
    'UNAUTHENTICATED',
    `This subgraph answers the gateway only: the token is ${why}.`,
  );

/** Reads tokens for one subgraph. Remembers each until it expires, so that none is taken twice. */
export function createTokenVerifier(key: string, audience: string) {
  const read = createSignedTokenReader(key, refuse);

  /** Throws `UNAUTHENTICATED` for a token that is missing, altered, expired, replayed or not for us. */
  return (token: string | undefined, body: string, now: number): Vouched => {
    const { rid, actor } = claimsSchema.parse(read(token, { audience, body, now }));
    return { actor, requestId: rid };
  };
}
