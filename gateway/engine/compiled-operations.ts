import { type DocumentNode, type OperationDefinitionNode, separateOperations } from 'graphql';
import { BoundedMap } from '../bounded-map.ts';
import type { Compile, Compiled, Labels } from './compile.ts';
import { switchesOf } from './conditions.ts';

/** One operation of a document. `key` names the document's text. */
type Asked = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly key: string;
};

type Values = Readonly<Record<string, unknown>>;

/** Finds what an operation was compiled to, for the conditions of now; or compiles it. */
export type CompiledFor = (asked: Asked, coerced: Values, labels: Labels) => Compiled;

/** An operation, apart from its document, and what it was compiled to by the state of its conditions. */
type Known = {
  readonly written: DocumentNode;
  readonly switches: readonly string[];
  readonly compiled: BoundedMap<string, Compiled>;
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
    const compiled = new BoundedMap<string, Compiled>(STATES_KEPT);
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
    return next;
  };
}

function stateOf(switches: readonly string[], coerced: Values, labels: Labels): string {
  let state = '';
  for (const name of switches) state += coerced[name] === true ? '1' : '0';
  for (const isOn of labels.values()) state += isOn ? '1' : '0';
  return state;
}
