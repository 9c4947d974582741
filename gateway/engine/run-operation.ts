import { GraphQLError } from 'graphql';
import { nextTurn } from '../next-turn.ts';
import type { Compiled } from './compile.ts';
import { inOnePiece } from './json-text.ts';
import { markNulled } from './lacking.ts';
import type { Run } from './run.ts';
import { createShaping } from './shaping.ts';

export type Request = Pick<Run, 'variables' | 'vouched' | 'deadline' | 'signal' | 'observation'>;

/** What became of an operation that was executed: its data as JSON text, and what went wrong. */
export type Outcome = {
  readonly data: string;
  readonly errors: readonly GraphQLError[];
  /** The `cache-control` of each answer that it was made of. */
  readonly cacheControls: readonly (string | undefined)[];
};

/** Fields to place that take some milliseconds, so that others have their turn before the answer is written. */
const MANY_PLACED = 10_000;

const NOTHING: ReadonlyMap<string, string> = new Map();

/** Gathers what an operation asks for from the subgraphs, and writes it as the client asked. */
export async function runOperation(
  compiled: Compiled,
  request: Request,
  introspected = NOTHING,
): Promise<Outcome> {
  const run: Run = {
    ...request,
    root: {},
    placed: 0,
    errors: [],
    cacheControls: [],
    lacking: new Map(),
    nulled: [],
    asked: new Map(),
  };
  await compiled.gather(run);
  if (run.placed > MANY_PLACED) await nextTurn();
  markNulled(run.lacking, run.nulled);
  const { errors, cacheControls } = run;
  try {
    const data = compiled.complete(run.root, createShaping(run, introspected), 0) ?? 'null';
    return { data: inOnePiece(data), errors, cacheControls };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { data: 'null', errors: [error], cacheControls };
  }
}
