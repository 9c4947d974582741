import { DomainError } from '../errors.ts';
import { createSignedTokenReader, deriveKey, encodeStanding, signToken } from '../signed-token.ts';
import type { SubgraphName } from '../subgraph.ts';

/** The header that carries a follower's token. */
export const FEED_HEADER = 'x-feed-token';

/** The key to one subgraph's feed: it has it to verify, its followers to sign. It opens nothing else. */
export const feedKey = (secret: string, source: SubgraphName): string =>
  deriveKey(secret, `feed-token:${source}`);

/** A follower asks for nobody. */
const FOR_NOBODY = { standing: encodeStanding({}), note: '' };
const audienceOf = (source: SubgraphName) => `feed:${source}`;

/** Signs one request to one feed. */
export const signFeedRequest = (
  key: string,
  source: SubgraphName,
  body: string,
  now: number,
): string => signToken(key, { audience: audienceOf(source), body, now }, FOR_NOBODY);

const refuse = (why: string) =>
  new DomainError('UNAUTHENTICATED', `This feed answers its followers only: the token is ${why}.`);

/** Verifies requests to one feed. Throws `UNAUTHENTICATED` for any that no follower signed just now. */
export function createFeedVerifier(key: string, source: SubgraphName) {
  const read = createSignedTokenReader(key, refuse);
  return (token: string | undefined, body: string, now: number): void => {
    read(token, { audience: audienceOf(source), body, now });
  };
}
