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

/** One operation of a document. `key` names the document's text. */
type Asked = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly key: string;
};

type Values = Readonly<Record<string, unknown>>;

/**
 * Finds what an operation was compiled to, for the conditions of now; or compiles it, once for all who
 * ask meanwhile. Rejects with a refusal, which is remembered like a plan, or with what went wrong.
 */
export type CompiledFor = (
  asked: Asked,
  coerced: Values,
  labels: Labels,
) => Compiled | Promise<Compiled>;

/** An operation, apart from its document, and what it was compiled to by the state of its conditions. */
type Known = {
  readonly written: DocumentNode;
  readonly switches: readonly string[];
  readonly compiled: BoundedMap<string, Compiled | Promise<Compiled>>;
};

/** States of one operation's conditions that are kept. */
const STATES_KEPT = 16;

export function rememberCompiled(compile: Compile, limit: number): CompiledFor {
  const operations = new BoundedMap<string, Known>(limit);

  function knownOf({ document, definition, key }: Asked): Known {
    const name = definition.name?.value ?? '';
    const full = `${key} ${name}`;
    const known = operations.get(full);
    if (known) return known;
    const written = separateOperations(document)[name] ?? document;
    const compiled = new BoundedMap<string, Compiled | Promise<Compiled>>(STATES_KEPT);
    const next = { written, switches: switchesOf(written), compiled };
    operations.set(full, next);
    return next;
  }

  return (asked, coerced, labels) => {
    const { written, switches, compiled } = knownOf(asked);
    const state = stateOf(switches, coerced, labels);
    const known = compiled.get(state);
    if (known) return known;
    const values = Object.fromEntries(switches.map((name) => [name, coerced[name]]));
    const next = compile(written, values, labels);
    compiled.set(state, next);
    next.then(
      (ready) => compiled.set(state, ready),
      (error: unknown) => {
        if (!isRefusal(error)) compiled.delete(state);
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
