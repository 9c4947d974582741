/** A GraphQL document with its variables is rarely over 20 KB; what is larger is a mistake or an attack. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/** From the first byte of a request to its last. A phone on a bad line sends 256 KB in less. */
export const REQUEST_TIMEOUT_MS = 20_000;
export const HEADERS_TIMEOUT_MS = 10_000;

/** Longer than the 60 s of common load balancers, so that it is never us who cut a connection in use. */
export const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** From when a request was read to its answer, whatever subgraphs do. */
export const ANSWER_DEADLINE_MS = 15_000;

/** Requests that are executed at a time; the next one is told to come back. One costs about 200 KB. */
export const REQUESTS_AT_A_TIME = 1_000;

/** One fetch of one subgraph. The slowest honest read takes well under a second. */
export const SUBGRAPH_TIMEOUT_MS = 10_000;

/**
 * What a subgraph may answer at most, about as much as a client is given: to read it holds up all others, some 6 ms for a
 * MB of texts, and 35 for one of small errors.
 */
export const SUBGRAPH_ANSWER_LIMIT_BYTES = 1024 * 1024;

/**
 * Characters of an answer. To write as many holds up others by some 20 ms; the largest of the operations that
 * we know, a map of the whole network, has a seventh of them. What it says of the schema is bounded by itself.
 */
export const ANSWER_LIMIT = 1_000_000;

/** Connections to one subgraph. More only queue inside it. */
export const CONNECTIONS_PER_SUBGRAPH = 128;

/** How long a stop waits for requests under way before it cuts them. */
export const DRAIN_TIMEOUT_MS = 10_000;

/**
 * Letters of documents whose operations are kept, read and planned; the rest of an operation is a hundred times
 * its text. Applications send tens of documents, GraphiQL users a few hundred, of one or two thousand letters.
 */
export const TEXT_KEPT = 1_000_000;

/** Verified tokens that are kept: one per signed-in user that is active now. */
export const TOKENS_KEPT = 10_000;

/** Clocks of an issuer and ours may differ by this much. */
export const CLOCK_LEEWAY_SECONDS = 30;
