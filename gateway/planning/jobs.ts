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
  /** The first job of a thread waits for its start. */
  readonly firstBudgetMs: number;
  readonly waiting: number;
};

type Events = {
  /** A new thread knows nothing. */
  readonly onStart: () => void;
  readonly overBudget: () => Error;
  readonly overFull: () => Error;
};

/**
 * Gives a thread one job after the other. One that takes too long is ended with its thread, and the
 * next one begins a new thread. The first thread starts now.
 */
export function createJobs(limits: JobLimits, { onStart, overBudget, overFull }: Events) {
  const waiting: Job[] = [];
  let thread: Thread | null = null;
  let isWarm = false;
  let current: { readonly id: number; readonly job: Job; readonly timer: NodeJS.Timeout } | null =
    null;
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

  function next(): void {
    const job = current || closed ? undefined : waiting.shift();
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
    if (answer.job !== current?.id) return;
    const { job, timer } = current;
    clearTimeout(timer);
    current = null;
    isWarm = true;
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
      waiting.push(job);
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
