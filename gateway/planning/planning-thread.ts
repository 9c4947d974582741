import type { QueryPlan } from '@apollo/query-planner';
import { assembleSupergraph, type LoadedSupergraph, type SupergraphParts } from '../supergraph.ts';
import { createJobs, type JobLimits } from './jobs.ts';
import type { FromThread } from './messages.ts';
import type { Planning } from './planner.ts';
import { tooComplex, tooManyWait } from './refusals.ts';
import type { Thread } from './thread-process.ts';

const LIMITS: JobLimits = { budgetMs: 2_000, firstBudgetMs: 30_000, waiting: 200 };

/** Supergraphs that the thread has: a request under way ends on the one it began with. */
const SUPERGRAPHS_KEPT = 3;
/** The number of a job whose answer nobody waits for. */
const UNAWAITED = 0;

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
  });

  function load(thread: Thread, job: number, supergraph: number, sdl: string): void {
    thread.send({ kind: 'load', job, supergraph, sdl });
    loaded.add(supergraph);
    if (loaded.size <= SUPERGRAPHS_KEPT) return;
    const [oldest = 0] = loaded;
    loaded.delete(oldest);
    thread.send({ kind: 'drop', supergraph: oldest });
  }

  return {
    async load(sdl) {
      const supergraph = ++supergraphs;
      const parts = await new Promise<SupergraphParts>((resolve, reject) =>
        jobs.add({
          isOurs: true,
          begin: (thread, job) => load(thread, job, supergraph, sdl),
          settle: (answer) =>
            'loaded' in answer ? resolve(answer.loaded) : reject(failureOf(answer)),
          reject,
        }),
      );
      const assembled = assembleSupergraph(sdl, parts);
      numbers.set(assembled, supergraph);
      return assembled;
    },
    planner(assembled) {
      const { sdl } = assembled;
      const supergraph = numbers.get(assembled) ?? ++supergraphs;
      return (texts, labels) =>
        new Promise<readonly QueryPlan[]>((resolve, reject) =>
          jobs.add({
            begin(thread, job) {
              if (!loaded.has(supergraph)) load(thread, UNAWAITED, supergraph, sdl);
              thread.send({ kind: 'plan', job, supergraph, texts, labels: [...labels] });
            },
            settle: (answer) =>
              'plans' in answer ? resolve(answer.plans) : reject(failureOf(answer)),
            reject,
          }),
        );
    },
    close: jobs.close,
  };
}

const failureOf = (answer: FromThread) =>
  new Error('failed' in answer ? answer.failed : 'The planning thread answered another job.');
