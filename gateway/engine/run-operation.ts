import type { ExecutionResult } from 'graphql';
import type { Compiled } from './compile.ts';
import { type Data, isData } from './data.ts';
import type { Run } from './run.ts';
import { createShaping } from './shaping.ts';

export type Request = Pick<Run, 'variables' | 'coerced' | 'vouched' | 'deadline' | 'signal'>;

const NOTHING: Data = {};

/** Gathers what an operation asks for from the subgraphs, and writes it as the client asked. */
export async function runOperation(compiled: Compiled, request: Request): Promise<ExecutionResult> {
  const run: Run = {
    ...request,
    root: {},
    errors: [],
    lacking: new Map(),
    asked: new Map(),
  };
  await compiled.gather(run);
  const introspected = compiled.introspect?.(request.coerced) ?? NOTHING;
  const answer = compiled.complete(run.root, createShaping(run, introspected), 0);
  const data = isData(answer) ? answer : null;
  return run.errors.length > 0 ? { data, errors: run.errors } : { data };
}
