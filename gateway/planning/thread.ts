import { parentPort } from 'node:worker_threads';
import type { GraphQLSchema } from 'graphql';
import { partsOf, readApolloSupergraph } from './apollo-supergraph.ts';
import { introspectHere } from './introspect.ts';
import type { FromThread, ToThread } from './messages.ts';
import { createPlanOperation, type PlanOperation } from './plan-operation.ts';
import { NoPlan } from './refusals.ts';

/** The planning thread: it does one job after the other, and is ended from outside if one takes too long. */
const known = new Map<number, Known>();

type Known = { readonly plan: PlanOperation; readonly apiSchema: GraphQLSchema };

type Job = Exclude<ToThread, { readonly kind: 'drop' }>;

function work(message: Job): FromThread {
  const { job, supergraph } = message;
  if (message.kind === 'load') {
    const apollo = readApolloSupergraph(message.sdl);
    const apiSchema = apollo.apiSchema.toGraphQLJSSchema();
    known.set(supergraph, { plan: createPlanOperation(apollo), apiSchema });
    return { job, loaded: partsOf(message.sdl, apollo) };
  }
  const asked = known.get(supergraph);
  if (!asked) throw new Error(`Supergraph ${supergraph} was not loaded.`);
  const { plan, apiSchema } = asked;
  if (message.kind === 'introspect')
    return { job, introspected: introspectHere(apiSchema, message.text, message.variables) };
  const labels = new Map(message.labels);
  return { job, plans: message.texts.map((text) => plan(text, labels)) };
}

function answer(message: Job): FromThread {
  try {
    return work(message);
  } catch (error) {
    if (error instanceof NoPlan) return { job: message.job, noPlan: error.why };
    return { job: message.job, failed: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'drop') known.delete(message.supergraph);
  else parentPort?.postMessage(answer(message));
});
