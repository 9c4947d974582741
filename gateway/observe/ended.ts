import type { Actor } from '../../platform/actor.ts';
import type { ErrorCode } from '../../platform/errors.ts';
import type { FailureCode } from '../transport/failure.ts';

/** What became of a request. Never a literal, a variable, a token, or who asked. */
export type Ended = {
  /** The HTTP status. */
  readonly status: number;
  readonly role: Actor['role'];
  /** Null where the request never became an operation. */
  readonly operation: ObservedOperation | null;
  /** Of the answer's errors, each as often as it is there. */
  readonly codes: readonly ErrorCode[];
};

/** An operation of a document that fits the schema: its name is a GraphQL name. */
export type ObservedOperation = {
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** SHA-256 of the document's text, in hexadecimal. */
  readonly hash: string;
};

/** What became of a fetch: data alone, errors of the subgraph's own, no GraphQL response, or nobody waited for it. */
export type FetchOutcome = 'ok' | 'errors' | 'client_left' | 'INTERNAL' | FailureCode;
