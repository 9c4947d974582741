import { parentPort } from 'node:worker_threads';
import { partsOf, readApolloSupergraph } from './apollo-supergraph.ts';
import type { FromThread, ToThread } from './messages.ts';
import { createPlanOperation, type PlanOperation } from './plan-operation.ts';

/** The planning thread: it does one job after the other, and is ended from outside if one takes too long. */
const planners = new Map<number, PlanOperation>();

type Job = Exclude<ToThread, { readonly kind: 'drop' }>;

function work(message: Job): FromThread {
  const { job, supergraph } = message;
  if (message.kind === 'load') {
    const apollo = readApolloSupergraph(message.sdl);
    planners.set(supergraph, createPlanOperation(apollo));
    return { job, loaded: partsOf(apollo) };
  }
  const plan = planners.get(supergraph);
  if (!plan) throw new Error(`Supergraph ${supergraph} was not loaded.`);
  const labels = new Map(message.labels);
  return { job, plans: message.texts.map((text) => plan(text, labels)) };
}

function answer(message: Job): FromThread {
  try {
    return work(message);
  } catch (error) {
    return { job: message.job, failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'drop') planners.delete(message.supergraph);
  else parentPort?.postMessage(answer(message));
});
