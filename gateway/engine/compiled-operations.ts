import {
  type DocumentNode,
  GraphQLError,
  type OperationDefinitionNode,
  separateOperations,
} from 'graphql';
import { BoundedMap } from '../bounded-map.ts';
import { TEXT_KEPT } from '../limits.ts';
import type { Labels } from '../planning/planner.ts';
import type { Compile, Compiled } from './compile.ts';
import { switchesOf } from './conditions.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * Finds what an operation was compiled to, for the conditions of now; or compiles it, once for all who
 * ask meanwhile. Rejects with a refusal, which is remembered like a plan, or with what went wrong.
 */
export type CompiledFor = (coerced: Values, labels: Labels) => Compiled | Promise<Compiled>;

/** One operation of a document whose text is so long. */
type Written = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly length: number;
};

type Kept = {
  readonly compiled: Compiled | Promise<Compiled>;
  readonly length: number;
  /** By `performance.now()`, of what is a refusal. */
  readonly until?: number;
};

/** Compiles operations, once for each state of their conditions. All together they are bounded. */
export function rememberCompiled(compile: Compile): (written: Written) => CompiledFor {
  const kept = new BoundedMap<string, Kept>(TEXT_KEPT, (_key, { length }) => length);
  let operations = 0;

  return ({ document, definition: { name }, length }) => {
    operations += 1;
    const operation = operations;
    const written = separateOperations(document)[name?.value ?? ''] ?? document;
    const switches = switchesOf(written);

    return (coerced, labels) => {
      const key = `${operation}${stateOf(switches, coerced, labels)}`;
      const known = kept.get(key);
      if (known && !isOver(known)) return known.compiled;
      const values = Object.fromEntries(switches.map((one) => [one, coerced[one]]));
      const next = compile(written, values, labels);
      kept.set(key, { compiled: next, length });
      next.then(
        (compiled) => kept.set(key, { compiled, length }),
        (error: unknown) => {
          const ms = keptMs(error);
          if (ms === 0) kept.delete(key);
          else kept.set(key, { compiled: next, length, until: performance.now() + ms });
        },
      );
      return next;
    };
  };
}

const isOver = ({ until }: Kept) => until !== undefined && performance.now() > until;

/** A busy machine may have been the reason that planning took too long. */
const TOO_COMPLEX_FOR_MS = 60_000;

/** How long what planning says of a document is said of it again. What broke or was too busy may be well the next time. */
function keptMs(error: unknown): number {
  const code = error instanceof GraphQLError ? error.extensions.code : null;
  if (code === 'PLAN_IMPOSSIBLE') return Number.POSITIVE_INFINITY;
  return code === 'DOCUMENT_TOO_COMPLEX' ? TOO_COMPLEX_FOR_MS : 0;
}

function stateOf(switches: readonly string[], coerced: Values, labels: Labels): string {
  let state = ' ';
  for (const name of switches) {
    if (coerced[name] === null) throw conditionIsNull(name);
    state += coerced[name] === true ? '1' : '0';
  }
  for (const isOn of labels.values()) state += isOn ? '1' : '0';
  return state;
}

/** A variable with a default may stand where a condition is wanted, and be null all the same. */
const conditionIsNull = (name: string) =>
  new GraphQLError(
    `The variable "$${name}" is null, but "@skip" or "@include" is decided by it. Give true or false, or leave it out.`,
    { extensions: { code: 'BAD_USER_INPUT' } },
  );
