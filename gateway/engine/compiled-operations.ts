import {
  type DocumentNode,
  GraphQLError,
  type OperationDefinitionNode,
  separateOperations,
} from 'graphql';
import { BoundedMap } from '../bounded-map.ts';
import type { Labels } from '../planning/planner.ts';
import type { Compile, Compiled } from './compile.ts';
import { switchesOf } from './conditions.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Finds what an operation was compiled to, for the conditions of now; or compiles it, once for all who
 * ask meanwhile. Rejects with a refusal, which is remembered like a plan, or with what went wrong.
 */
export type CompiledFor = (coerced: Values, labels: Labels) => Compiled | Promise<Compiled>;

/** States of one operation's conditions that are kept. */
const STATES_KEPT = 16;

/** Compiles one operation of a document, once for each state of its conditions. */
export function rememberCompiled(
  compile: Compile,
  document: DocumentNode,
  { name }: OperationDefinitionNode,
): CompiledFor {
  const written = separateOperations(document)[name?.value ?? ''] ?? document;
  const switches = switchesOf(written);
  const byState = new BoundedMap<string, Compiled | Promise<Compiled>>(STATES_KEPT);

  return (coerced, labels) => {
    const state = stateOf(switches, coerced, labels);
    const known = byState.get(state);
    if (known) return known;
    const values = Object.fromEntries(switches.map((one) => [one, coerced[one]]));
    const next = compile(written, values, labels);
    byState.set(state, next);
    next.then(
      (ready) => byState.set(state, ready),
      (error: unknown) => {
        if (!isRefusal(error)) byState.delete(state);
      },
    );
    return next;
  };
}

/** What planning says of a document is said of it again; what broke or was too busy may be well the next time. */
const isRefusal = (error: unknown) =>
  error instanceof GraphQLError && REFUSALS.includes(error.extensions.code);
const REFUSALS: readonly unknown[] = ['DOCUMENT_TOO_COMPLEX', 'PLAN_IMPOSSIBLE'];

function stateOf(switches: readonly string[], coerced: Values, labels: Labels): string {
  let state = '';
  for (const name of switches) state += coerced[name] === true ? '1' : '0';
  for (const isOn of labels.values()) state += isOn ? '1' : '0';
  return state;
}
