import { clientLeft, type SubgraphFailure, timedOut } from './failure.ts';
import type { LeaveSignal } from './leaving.ts';
import type { FetchTerms } from './transport.ts';

/** What waited-for work may ask to be told. */
export type Wait = {
  /** To be replaced by who can end the work: called when nobody waits for it any more. */
  onGivenUp: (why: Error) => void;
};

const NOTHING = () => {};

/**
 * Runs `work` for at most `ms`, and not beyond the deadline of the client's request. Work that can be
 * ended is ended then; other work is left alone, and nobody waits for it.
 */
export function withDeadline<Result>(
  subgraph: string,
  ms: number,
  terms: FetchTerms,
  work: (wait: Wait) => Promise<Result>,
): Promise<Result> {
  if (terms.kind === 'query' && terms.signal?.aborted) return Promise.reject(clientLeft(subgraph));
  const allowed = Math.min(ms, Math.ceil(terms.deadline - performance.now()));
  if (allowed <= 0)
    return Promise.reject(
      timedOut(subgraph, 'The time of the request was over before it was asked.'),
    );
  return new Promise<Result>((resolve, reject) => {
    const waiting = new Waiting(subgraph, allowed, terms, reject);
    work(waiting).then(
      (result) => {
        waiting.end();
        resolve(result);
      },
      (error: unknown) => {
        waiting.end();
        reject(error);
      },
    );
  });
}

/** One wait. A class: closures would be made for each of a request's fetches. It is its own listener, too. */
class Waiting implements Wait {
  onGivenUp: (why: Error) => void = NOTHING;
  readonly #subgraph: string;
  readonly #reject: (why: SubgraphFailure) => void;
  readonly #left: LeaveSignal | null;
  readonly #timer: NodeJS.Timeout;

  constructor(
    subgraph: string,
    allowed: number,
    { kind, signal }: FetchTerms,
    reject: (why: SubgraphFailure) => void,
  ) {
    this.#subgraph = subgraph;
    this.#reject = reject;
    this.#left = kind === 'query' ? signal : null;
    this.#left?.addEventListener('abort', this);
    this.#timer = setTimeout(late, allowed, this, allowed);
  }

  /** The client has left. */
  handleEvent(): void {
    this.#giveUp(clientLeft(this.#subgraph));
  }

  late(allowed: number): void {
    this.#giveUp(timedOut(this.#subgraph, `It did not answer within ${allowed} ms.`));
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#left?.removeEventListener('abort', this);
  }

  /** Once: others may wait for the same work, and it is counted who does. */
  #giveUp(why: SubgraphFailure): void {
    this.end();
    this.#reject(why);
    this.onGivenUp(why);
  }
}

const late = (waiting: Waiting, allowed: number) => waiting.late(allowed);
