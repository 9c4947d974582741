import type { FromThread } from './messages.ts';
import { startThread, type Thread } from './thread-process.ts';

/** One piece of work for the thread. */
export type Job = {
  /** Tells the thread what to do, under this number. */
  readonly begin: (thread: Thread, job: number) => void;
  readonly settle: (answer: FromThread) => void;
  readonly reject: (error: Error) => void;
  /** Nobody outside chose what is to be done: it may take as long as a thread's first job. */
  readonly isOurs?: boolean;
};

export type JobLimits = {
  /** For one job, from when the thread takes it. */
  readonly budgetMs: number;
  /** For what is ours, and for a thread to start and have read the supergraph. */
  readonly firstBudgetMs: number;
  /** For the first one of a thread from then on: nothing it does was done before. */
  readonly coldBudgetMs: number;
  /** At a time. */
  readonly waiting: number;
  /** Behind others, that may each take the whole budget: whoever has waited so long is gone, or soon will be. */
  readonly waitMs: number;
};

type Waiting = { readonly job: Job; readonly since: number };

type Current = { readonly id: number; readonly job: Job; timer: NodeJS.Timeout };

type Events = {
  /** A new thread knows nothing. */
  readonly onStart: () => void;
  readonly overBudget: () => Error;
  readonly overFull: () => Error;
  readonly overLate: () => Error;
};

/**
 * Gives a thread one job after the other. One that takes too long is ended with its thread, and the
 * next one begins a new thread, whose start is not taken off its time. The first thread starts now.
 */
export function createJobs(limits: JobLimits, { onStart, overBudget, overFull, overLate }: Events) {
  const waiting: Waiting[] = [];
  let thread: Thread | null = null;
  let isWarm = false;
  let firstWarm = Number.POSITIVE_INFINITY;
  let current: Current | null = null;
  let jobs = 0;
  let closed = false;

  function started(): Thread {
    if (thread) return thread;
    isWarm = false;
    onStart();
    const next = startThread({ answered, died: giveUp });
    thread = next;
    return next;
  }

  /** The next one that is still waited for. The very first thread is waited for as long as it takes. */
  function taken(): Job | undefined {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const waited = performance.now() - Math.max(one.since, firstWarm);
      if (waited <= limits.waitMs || one.job.isOurs) return one.job;
      one.job.reject(overLate());
    }
    return undefined;
  }

  function next(): void {
    const job = current || closed ? undefined : taken();
    if (!job) return;
    const to = started();
    const id = ++jobs;
    // It also keeps the process alive: the thread alone does not.
    const isBound = isWarm && !job.isOurs;
    const timer = setTimeout(giveUp, isBound ? limits.budgetMs : limits.firstBudgetMs);
    current = { id, job, timer };
    job.begin(to, id);
  }

  function answered(answer: FromThread): void {
    if (!current) return;
    const { id, job } = current;
    clearTimeout(current.timer);
    if (answer.job !== id) {
      // It had something of ours to do first. What it is at now began this moment.
      current.timer = setTimeout(giveUp, isWarm ? limits.budgetMs : limits.coldBudgetMs);
      return;
    }
    current = null;
    isWarm = true;
    firstWarm = Math.min(firstWarm, performance.now());
    job.settle(answer);
    next();
  }

  /** Ends the thread with the job it is at. */
  function giveUp(): void {
    void thread?.end();
    thread = null;
    const ended = current;
    current = null;
    clearTimeout(ended?.timer);
    ended?.job.reject(overBudget());
    next();
  }

  started();
  return {
    add(job: Job): void {
      if (waiting.length >= limits.waiting) {
        job.reject(overFull());
        return;
      }
      waiting.push({ job, since: performance.now() });
      next();
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(current?.timer);
      await thread?.end();
      thread = null;
    },
  };
}
