import { SubgraphFailure } from './failure.ts';

/** Runs `work` for at most `ms`. Work that listens to the signal is ended; other work is left alone. */
export function withDeadline<Result>(
  subgraph: string,
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const controller = new AbortController();
  return new Promise<Result>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new SubgraphFailure(subgraph, `It did not answer within ${ms} ms.`));
      controller.abort();
    }, ms);
    work(controller.signal)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
