import { clientLeft, type SubgraphFailure, timedOut } from './failure.ts';
import type { FetchTerms } from './transport.ts';

/**
 * Runs `work` for at most `ms`, and not beyond the deadline of the client's request. Work that listens
 * to the signal is ended; other work is left alone, and nobody waits for it.
 */
export function withDeadline<Result>(
  subgraph: string,
  ms: number,
  { kind, deadline, signal: left }: FetchTerms,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const allowed = Math.min(ms, Math.ceil(deadline - performance.now()));
  if (allowed <= 0)
    return Promise.reject(
      timedOut(subgraph, 'The time of the request was over before it was asked.'),
    );
  const controller = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    const giveUp = (failure: SubgraphFailure) => {
      reject(failure);
      controller.abort(failure);
    };
    const leave = () => giveUp(clientLeft(subgraph));
    const timer = setTimeout(
      () => giveUp(timedOut(subgraph, `It did not answer within ${allowed} ms.`)),
      allowed,
    );
    if (kind === 'query') left?.addEventListener('abort', leave, { once: true });
    work(controller.signal)
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        left?.removeEventListener('abort', leave);
      });
  });
}
