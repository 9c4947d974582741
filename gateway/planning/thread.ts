import { parentPort } from 'node:worker_threads';
import { Supergraph } from '@apollo/federation-internals';
import type { FromThread, ToThread } from './messages.ts';
import { createPlanHere } from './plan-here.ts';

/** The planning thread: it does one job after the other, and is ended from outside if one takes too long. */
type PlanHere = ReturnType<typeof createPlanHere>;
const planners = new Map<number, PlanHere>();

function load(sdl: string): PlanHere {
  const supergraph = Supergraph.build(sdl, { validateSupergraph: false });
  return createPlanHere({ supergraph, apiSchema: supergraph.apiSchema() });
}

function plan({
  job,
  supergraph,
  texts,
  labels,
}: ToThread & { readonly kind: 'plan' }): FromThread {
  try {
    const planHere = planners.get(supergraph);
    if (!planHere) throw new Error(`Supergraph ${supergraph} was not loaded.`);
    const states = new Map(labels);
    return { job, plans: texts.map((text) => planHere(text, states)) };
  } catch (error) {
    return { job, failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'load') planners.set(message.supergraph, load(message.sdl));
  if (message.kind === 'drop') planners.delete(message.supergraph);
  if (message.kind === 'plan') parentPort?.postMessage(plan(message));
});
