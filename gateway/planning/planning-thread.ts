import { GraphQLError } from 'graphql';
import { assembleInSteps, type LoadedSupergraph, type SupergraphParts } from '../supergraph.ts';
import { createJobs, type JobLimits } from './jobs.ts';
import type { FromThread, ToThread } from './messages.ts';
import type { Planning } from './planner.ts';
import { NoPlan, textsOf, tooComplex, tooManyWait, waitedTooLong } from './refusals.ts';
import type { Thread } from './thread-process.ts';

const LIMITS: JobLimits = {
  budgetMs: 2_000,
  firstBudgetMs: 30_000,
  coldBudgetMs: 6_000,
  waiting: 200,
  waitMs: 5_000,
  // What is left of a request's time is for the subgraphs.
  answerMs: 12_000,
};

/** Supergraphs that the thread has: a request under way ends on the one it began with. */
const SUPERGRAPHS_KEPT = 3;
/** The number of a job whose answer nobody waits for. */
const UNAWAITED = 0;

type Of<Message> = Message extends unknown ? Omit<Message, 'job' | 'supergraph'> : never;
type Question = Of<Extract<ToThread, { readonly kind: 'plan' | 'introspect' }>>;

/**
 * Reads supergraphs and plans in a thread of its own: whatever a document does to the planner, requests
 * that are planned already go on.
 */
export function createPlanningThread(limits: JobLimits = LIMITS): Planning {
  const numbers = new WeakMap<LoadedSupergraph, number>();
  const loaded = new Set<number>();
  let supergraphs = 0;
  const jobs = createJobs(limits, {
    onStart: () => loaded.clear(),
    overBudget: () => tooComplex(limits.budgetMs),
    overFull: () => tooManyWait(limits.waiting),
    overLate: waitedTooLong,
  });

  const load = (thread: Thread, job: number, supergraph: number, sdl: string) =>
    thread.send({ kind: 'load', job, supergraph, sdl });

  /** The thread has it. A text that is no supergraph takes the place of none. */
  function keep(thread: Thread, supergraph: number): void {
    loaded.add(supergraph);
    if (loaded.size <= SUPERGRAPHS_KEPT) return;
    const [oldest = 0] = loaded;
    loaded.delete(oldest);
    thread.send({ kind: 'drop', supergraph: oldest });
  }

  /** What is asked of one supergraph, which the thread has by then. */
  function asking(assembled: LoadedSupergraph): (question: Question) => Promise<FromThread> {
    const supergraph = numberOf(assembled);
    return (question) =>
      new Promise((settle, reject) =>
        jobs.add({
          begin(thread, job) {
            if (!loaded.has(supergraph)) {
              load(thread, UNAWAITED, supergraph, assembled.sdl);
              keep(thread, supergraph);
            }
            thread.send({ ...question, job, supergraph });
          },
          settle,
          reject,
        }),
      );
  }

  function numberOf(assembled: LoadedSupergraph): number {
    const known = numbers.get(assembled) ?? ++supergraphs;
    numbers.set(assembled, known);
    return known;
  }

  return {
    async load(sdl) {
      const supergraph = ++supergraphs;
      const parts = await new Promise<SupergraphParts>((resolve, reject) =>
        jobs.add({
          isOurs: true,
          begin: (thread, job) => load(thread, job, supergraph, sdl),
          settle(answer, thread) {
            if (!('loaded' in answer)) return reject(failureOf(answer));
            keep(thread, supergraph);
            resolve(answer.loaded);
          },
          reject: (error) => reject(isTooComplex(error) ? tooLarge(limits.firstBudgetMs) : error),
        }),
      );
      const assembled = await assembleInSteps(sdl, parts);
      numbers.set(assembled, supergraph);
      return assembled;
    },
    planner(assembled) {
      const ask = asking(assembled);
      return async (texts, labels) => {
        const answer = await ask({ kind: 'plan', texts, labels: [...labels] });
        if ('plans' in answer) return answer.plans;
        if ('noPlan' in answer) throw new NoPlan(answer.noPlan);
        throw failureOf(answer);
      };
    },
    introspector(assembled) {
      const ask = asking(assembled);
      return async (text, variables) => {
        const answer = await ask({ kind: 'introspect', text, variables });
        if ('introspected' in answer) return textsOf(answer.introspected);
        throw failureOf(answer);
      };
    },
    close: jobs.close,
  };
}

const failureOf = (answer: FromThread) =>
  new Error('failed' in answer ? answer.failed : 'The planning thread answered another job.');

const isTooComplex = (error: Error) =>
  error instanceof GraphQLError && error.extensions.code === 'DOCUMENT_TOO_COMPLEX';

/** It is no client who is told of a supergraph. */
const tooLarge = (ms: number) =>
  new Error(`To read it takes more than ${ms} ms, or more memory than planning has.`);
