import { createAlarm } from '../transport/alarm.ts';
import type { FromThread } from './messages.ts';
import { startThread, type Thread } from './thread-process.ts';

/** One piece of work for the thread. */
export type Job = {
  /** Tells the thread what to do, under this number. */
  readonly begin: (thread: Thread, job: number) => void;
  readonly settle: (answer: FromThread, thread: Thread) => void;
  readonly reject: (error: Error) => void;
  /** Nobody outside chose what is to be done: it has its place whoever waits, and may take as long as a thread's first job. */
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
  /** From when it is asked for, come what may: a thread that starts anew, or reads a supergraph. */
  readonly answerMs: number;
};

type Waiting = { readonly job: Job; readonly since: number };

type Current = { readonly id: number; readonly job: Job; timer: NodeJS.Timeout };

type Events = {
  /** A new thread knows nothing. */
  readonly onStart: () => void;
  readonly overBudget: () => Error;
  readonly overFull: () => Error;
  readonly overLate: (ms: number) => Error;
};

/**
 * Gives a thread one job after the other. One that takes too long is ended with its thread, and the
 * next one begins a new thread, whose start is not taken off its time. The first thread starts now.
 */
export function createJobs(limits: JobLimits, { onStart, overBudget, overFull, overLate }: Events) {
  const waiting: Waiting[] = [];
  const asked = createAlarm(limits.answerMs);
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
    const next = startThread({ answered, died: (error) => giveUp(error ?? overBudget()) });
    thread = next;
    return next;
  }

  /** The next one that is still waited for. The very first thread is waited for as long as it takes. */
  function taken(): Job | undefined {
    for (let one = waiting.shift(); one; one = waiting.shift()) {
      const ms = performance.now() - Math.max(one.since, firstWarm);
      if (ms <= limits.waitMs || one.job.isOurs) return one.job;
      one.job.reject(overLate(limits.waitMs));
    }
    return undefined;
  }

  /** Refused where it has no answer in time: a client has a deadline, whatever the thread is at. */
  function inTime(job: Job): Job {
    const rung = asked.add(() => job.reject(overLate(limits.answerMs)));
    return {
      begin: job.begin,
      settle(answer, from) {
        asked.takeBack(rung);
        job.settle(answer, from);
      },
      reject(error) {
        asked.takeBack(rung);
        job.reject(error);
      },
    };
  }

  function next(): void {
    const job = current || closed ? undefined : taken();
    if (!job) return;
    const to = started();
    const id = ++jobs;
    // It also keeps the process alive: the thread alone does not.
    const isBound = isWarm && !job.isOurs;
    const timer = setTimeout(tooLong, isBound ? limits.budgetMs : limits.firstBudgetMs);
    current = { id, job, timer };
    job.begin(to, id);
  }

  function answered(answer: FromThread): void {
    if (!current || !thread) return;
    const { id, job } = current;
    clearTimeout(current.timer);
    if (answer.job !== id) {
      // It had something of ours to do first. What it is at now began this moment.
      current.timer = setTimeout(tooLong, isWarm ? limits.budgetMs : limits.coldBudgetMs);
      return;
    }
    current = null;
    isWarm = true;
    firstWarm = Math.min(firstWarm, performance.now());
    job.settle(answer, thread);
    next();
  }

  const tooLong = () => giveUp(overBudget());

  /** Ends the thread with the job it is at. */
  function giveUp(why: Error): void {
    void thread?.end();
    thread = null;
    const ended = current;
    current = null;
    clearTimeout(ended?.timer);
    ended?.job.reject(why);
    next();
  }

  started();
  return {
    add(job: Job): void {
      if (waiting.length >= limits.waiting && !job.isOurs) {
        job.reject(overFull());
        return;
      }
      const isBound = Number.isFinite(firstWarm) && !job.isOurs;
      waiting.push({ job: isBound ? inTime(job) : job, since: performance.now() });
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
