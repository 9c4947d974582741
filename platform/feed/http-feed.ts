import { request } from 'undici';
import type { SubgraphName } from '../subgraph.ts';
import { type Feed, feedPageSchema, MAX_PAGE } from './feed.ts';
import { FEED_HEADER, signFeedRequest } from './feed-token.ts';

/** What a feed may take to begin its answer, and between two parts of it. */
const TIMEOUT_MS = 10_000;

export type HttpFeedOptions = {
  readonly source: SubgraphName;
  /** Where its `/feed` is. */
  readonly url: string;
  readonly key: string;
};

const HINTS: Readonly<Record<number, string>> = {
  401: ': the feed key or a clock differs',
  404: ': its FEED_KEY is not set, or the URL is not its /feed',
};

/** The feed of a subgraph in another process. */
export const createHttpFeed = ({ source, url, key }: HttpFeedOptions): Feed => ({
  async read({ topics, after, limit }, signal) {
    const body = JSON.stringify({ topics, after, limit: Math.min(limit, MAX_PAGE) });
    const answer = await request(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [FEED_HEADER]: signFeedRequest(key, source, body, Date.now()),
      },
      body,
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      signal: signal ?? null,
    });
    const text = await answer.body.text();
    if (answer.statusCode !== 200) {
      const hint = HINTS[answer.statusCode] ?? '';
      throw new Error(`The feed of ${source} answers HTTP ${answer.statusCode}${hint}.`);
    }
    return feedPageSchema.parse(JSON.parse(text));
  },
});
