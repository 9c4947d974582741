import type { Vouched } from '../platform/actor-token.ts';
import type { RequestObservation } from './observe/request-observation.ts';
import type { LeaveSignal } from './transport/leaving.ts';

/** What one HTTP request brings to its operation. */
export type RequestContext = {
  readonly vouched: Vouched;
  /** Whether the answer says what it cost, in `extensions.cost`. */
  readonly reportsCost: boolean;
  /** When it must be answered, by `performance.now()`. */
  readonly deadline: number;
  /** Aborted when the client has left. */
  readonly signal: LeaveSignal;
  readonly observation: RequestObservation | null;
  readonly response: {
    /** Whether the response's errors are masked: Apollo answers some requests before our plugin runs. */
    masked: boolean;
    /** Whether a well-formed request was answered with errors alone: nothing was executed. */
    refused: boolean;
    /** Whether there was no room to plan it: the client may come again. */
    overloaded: boolean;
    /** What its header of that name says, where an operation was executed. */
    cacheControl: string;
    /** The body, where an operation was executed: to read its data and write it again would hold up others. */
    text: string | null;
  };
};
