import { GraphQLError } from 'graphql';
import type { Compiled } from './compile.ts';
import { inOnePiece } from './json-text.ts';
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
    errors: [],
    cacheControls: [],
    lacking: new Map(),
    asked: new Map(),
  };
  await compiled.gather(run);
  const { errors, cacheControls } = run;
  try {
    const data = compiled.complete(run.root, createShaping(run, introspected), 0) ?? 'null';
    return { data: inOnePiece(data), errors, cacheControls };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    return { data: 'null', errors: [error], cacheControls };
  }
}
