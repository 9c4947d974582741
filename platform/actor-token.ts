import { type Actor, actorSchema } from './actor.ts';
import { DomainError } from './errors.ts';
import {
  createSignedTokenReader,
  decodeStanding,
  deriveKey,
  encodeStanding,
  signToken,
  type TokenKey,
} from './signed-token.ts';

/** An actor is one object for as long as its token is known, and never changed. */
const encoded = new WeakMap<Actor, string>();

function encodeActor(actor: Actor): string {
  const known = encoded.get(actor);
  if (known !== undefined) return known;
  const text = encodeStanding(actor);
  encoded.set(actor, text);
  return text;
}

/** Actors that a subgraph knows by what was signed of them. */
const ACTORS_KEPT = 1_000;

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
): string =>
  signToken(key, { audience, body, now }, { standing: encodeActor(actor), note: requestId });

const refuse = (why: string) =>
  new DomainError(
    'UNAUTHENTICATED',
    `This subgraph answers the gateway only: the token is ${why}.`,
  );

/** Reads actors, each once for as long as it is kept. */
function createActorReader() {
  const known = new Map<string, Actor>();
  return (standing: string): Actor => {
    const before = known.get(standing);
    if (before) return before;
    const actor = actorSchema.parse(decodeStanding(standing));
    if (known.size >= ACTORS_KEPT) known.clear();
    known.set(standing, actor);
    return actor;
  };
}

/** Reads tokens for one subgraph. Remembers each until it expires, so that none is taken twice. */
export function createTokenVerifier(key: string, audience: string) {
  const read = createSignedTokenReader(key, refuse);
  const readActor = createActorReader();

  /** Throws `UNAUTHENTICATED` for a token that is missing, altered, expired, replayed or not for us. */
  return (token: string | undefined, body: string, now: number): Vouched => {
    const { standing, note } = read(token, { audience, body, now });
    return { actor: readActor(standing), requestId: note };
  };
}
