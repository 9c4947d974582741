import type { DocumentNode, ExecutionResult, OperationDefinitionNode } from 'graphql';
import { type Asking, createEngine, type EngineOptions } from '../../../../gateway/execute.ts';
import { PLANNING_HERE } from '../../../../gateway/planning/plan-here.ts';
import type { LoadedSupergraph } from '../../../../gateway/supergraph.ts';
import type { Transport } from '../../../../gateway/transport/transport.ts';
import { executionResult } from './execution-result.ts';

type Operation = Pick<Asking, 'variables' | 'vouched'> & {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly documentHash: string;
};

const FOR_EVER = { deadline: Number.POSITIVE_INFINITY, signal: null, observation: null };

export type Executor = (operation: Operation) => Promise<ExecutionResult>;

/** Our engine in the place of graphql-js' `execute`. */
export function createExecutor(
  supergraph: LoadedSupergraph,
  transport: Transport,
  options: Omit<EngineOptions, 'planning'> = {},
): Executor {
  const engine = createEngine(supergraph, transport, { planning: PLANNING_HERE, ...options });
  return async ({ document, definition, ...asking }) =>
    executionResult(await engine({ document, definition, length: 1 })({ ...FOR_EVER, ...asking }));
}
