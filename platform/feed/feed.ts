import { z } from 'zod';
import type { SubgraphName } from '../subgraph.ts';
import type { Fact } from './fact.ts';

/** Facts that a page holds at most where another process asks. */
export const MAX_PAGE = 1_000;
const MAX_TOPICS = 50;
/** Cursors are opaque to whoever follows; this one stands before the first fact. */
export const BEGINNING = '';

export const feedRequestSchema = z.strictObject({
  topics: z
    .array(z.string().regex(/^[a-z][a-z-]{0,62}$/, 'A topic is written like "career-event"'))
    .min(1)
    .max(MAX_TOPICS),
  after: z.string().max(100),
  limit: z.number().int().min(1).max(MAX_PAGE),
});
export type FeedRequest = {
  readonly topics: readonly string[];
  /** The cursor of the page before, or {@link BEGINNING}. */
  readonly after: string;
  readonly limit: number;
};

export const feedPageSchema = z.strictObject({
  facts: z.array(z.strictObject({ topic: z.string(), key: z.string(), body: z.unknown() })),
  cursor: z.string(),
  more: z.boolean(),
  held: z.boolean(),
});
export type FeedPage = {
  /** In the order in which they last changed. */
  readonly facts: readonly Fact[];
  /** What to ask after next: where nothing is new, the cursor that was sent. */
  readonly cursor: string;
  /** The page is full: ask again at once. */
  readonly more: boolean;
  /** Facts are there that wait for an older transaction to end; a later page brings them. */
  readonly held: boolean;
};

/** One subgraph's facts, in this process or over HTTP. */
export type Feed = { read(request: FeedRequest, signal?: AbortSignal): Promise<FeedPage> };
export type Feeds = ReadonlyMap<SubgraphName, Feed>;
