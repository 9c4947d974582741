import type { QueryPlan } from '@apollo/query-planner';
import type { LoadedSupergraph } from '../supergraph.ts';
import type { FromThread } from './messages.ts';
import type { Labels, Planning } from './planner.ts';
import { tooComplex, tooManyWait } from './refusals.ts';
import { startThread, type Thread } from './thread-process.ts';

export type PlanningLimits = {
  /** For one operation, from when the thread takes it. */
  readonly budgetMs: number;
  /** The first operation waits for the thread's start. */
  readonly firstBudgetMs: number;
  readonly waiting: number;
};

const LIMITS: PlanningLimits = { budgetMs: 2_000, firstBudgetMs: 30_000, waiting: 200 };

/** Supergraphs that the thread has: a request under way ends on the one it began with. */
const SUPERGRAPHS_KEPT = 3;

type Job = {
  readonly supergraph: number;
  readonly sdl: string;
  readonly texts: readonly string[];
  readonly labels: Labels;
  readonly resolve: (plans: readonly QueryPlan[]) => void;
  readonly reject: (error: Error) => void;
};

/**
 * Plans in a thread of its own, one operation after the other: whatever a document does to the planner,
 * requests that are planned already go on. An operation that takes too long is ended with its thread,
 * and the next one begins a new thread. The first thread starts now.
 */
export function createPlanningThread(limits: PlanningLimits = LIMITS): Planning {
  const waiting: Job[] = [];
  const loaded = new Set<number>();
  let thread: Thread | null = null;
  let isWarm = false;
  let current: { readonly id: number; readonly job: Job; readonly timer: NodeJS.Timeout } | null =
    null;
  let jobs = 0;
  let supergraphs = 0;
  let closed = false;

  function startedThread(): Thread {
    if (thread) return thread;
    isWarm = false;
    loaded.clear();
    const started = startThread({ answered, died: () => give(tooComplex(limits.budgetMs)) });
    thread = started;
    return started;
  }

  function load(to: Thread, { supergraph, sdl }: Pick<Job, 'supergraph' | 'sdl'>): void {
    if (loaded.has(supergraph)) return;
    to.send({ kind: 'load', supergraph, sdl });
    loaded.add(supergraph);
    if (loaded.size <= SUPERGRAPHS_KEPT) return;
    const [oldest = 0] = loaded;
    loaded.delete(oldest);
    to.send({ kind: 'drop', supergraph: oldest });
  }

  function next(): void {
    const job = current ? undefined : waiting.shift();
    if (!job || closed) return;
    const to = startedThread();
    const id = ++jobs;
    const budget = isWarm ? limits.budgetMs : limits.firstBudgetMs;
    const timer = setTimeout(() => give(tooComplex(limits.budgetMs)), budget);
    current = { id, job, timer };
    load(to, job);
    const labels = [...job.labels];
    to.send({ kind: 'plan', job: id, supergraph: job.supergraph, texts: job.texts, labels });
  }

  function answered(answer: FromThread): void {
    if (answer.job !== current?.id) return;
    const { job, timer } = current;
    clearTimeout(timer);
    current = null;
    isWarm = true;
    if ('plans' in answer) job.resolve(answer.plans);
    else job.reject(new Error(answer.failed));
    next();
  }

  /** Ends the thread with the job it is at. */
  function give(error: Error): void {
    thread?.end();
    thread = null;
    if (current) {
      clearTimeout(current.timer);
      current.job.reject(error);
    }
    current = null;
    next();
  }

  startedThread();
  return {
    planner({ sdl }: LoadedSupergraph) {
      const supergraph = ++supergraphs;
      // Read before the first operation needs it.
      load(startedThread(), { supergraph, sdl });
      return (texts, labels) =>
        new Promise((resolve, reject) => {
          if (waiting.length >= limits.waiting) return reject(tooManyWait(limits.waiting));
          waiting.push({ supergraph, sdl, texts, labels, resolve, reject });
          next();
        });
    },
    async close() {
      closed = true;
      const ended = thread?.end();
      thread = null;
      if (current) clearTimeout(current.timer);
      await ended;
    },
  };
}
