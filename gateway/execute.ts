import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { objectsIn } from './document/actual-cost.ts';
import { createEstimate } from './document/estimate.ts';
import { DOCUMENT_LIMITS } from './document/limits.ts';
import { overLimit } from './document/over-limit.ts';
import { createCompile } from './engine/compile.ts';
import { rememberCompiled } from './engine/compiled-operations.ts';
import { byChance, type LabelIsOn, labelsIn } from './engine/labels.ts';
import { runOperation } from './engine/run-operation.ts';
import { PLANS_KEPT } from './limits.ts';
import { PLANNING_HERE } from './planning/plan-here.ts';
import type { Planning } from './planning/planner.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import type { Transport } from './transport/transport.ts';

/** One valid operation of a document, and on whose behalf it runs. */
export type Operation = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Names the document's text: plans are remembered by it. */
  readonly documentHash: string;
  readonly vouched: Vouched;
  /** Whether the answer says what it cost, in `extensions.cost`. */
  readonly reportsCost?: boolean;
  /** When it must be answered, by `performance.now()`. No end where nobody waits at a door. */
  readonly deadline?: number;
  /** Aborted when the client has left. */
  readonly signal?: AbortSignal;
};

export type Executor = (operation: Operation) => Promise<ExecutionResult>;

export type ExecutorOptions = {
  readonly labelIsOn?: LabelIsOn;
  /** The highest estimated cost of an operation that is executed. */
  readonly costLimit?: number;
  readonly planning?: Planning;
};

/**
 * Plans an operation over one supergraph and executes the plan. Each operation of a document is planned
 * and compiled once for each state of its conditions; `engine/` has how.
 */
export function createExecutor(
  supergraph: LoadedSupergraph,
  transport: Transport,
  {
    labelIsOn = byChance(Math.random),
    costLimit = DOCUMENT_LIMITS.cost,
    planning = PLANNING_HERE,
  }: ExecutorOptions = {},
): Executor {
  const estimate = createEstimate(supergraph, PLANS_KEPT);
  const compiledFor = rememberCompiled(
    createCompile(supergraph, transport, planning.planner(supergraph)),
    PLANS_KEPT,
  );
  const labels = labelsIn(supergraph.schema);

  return async (operation) => {
    const { document, definition, documentHash, variables, vouched, reportsCost } = operation;
    const { deadline = Number.POSITIVE_INFINITY, signal = null } = operation;
    const definitions = definition.variableDefinitions ?? [];
    const { errors, coerced } = getVariableValues(supergraph.apiSchema, definitions, variables);
    if (errors) return { errors: errors.map(badVariable) };
    const cost = estimate({ document, definition, key: documentHash }, coerced);
    if (cost > costLimit)
      return { errors: [overLimit('cost', { ...DOCUMENT_LIMITS, cost: costLimit }, cost)] };
    const states = new Map(labels.map((label) => [label, labelIsOn(label)]));
    const ready = compiledFor({ document, definition, key: documentHash }, coerced, states);
    const compiled = ready instanceof Promise ? await ready.catch(asRefusal) : ready;
    if (compiled instanceof GraphQLError) return { errors: [compiled] };
    const result = await runOperation(compiled, {
      variables,
      coerced,
      vouched,
      deadline,
      signal,
    });
    if (!reportsCost) return result;
    const actual = objectsIn(result.data);
    return { ...result, extensions: { cost: { estimated: cost, actual, limit: costLimit } } };
  };
}

/** What planning refuses is an answer; anything else is a bug, and stays thrown. */
function asRefusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError && error.extensions.code !== undefined) return error;
  throw error;
}

/** What is wrong with a variable, said by graphql-js: subgraphs get the values as they came. */
const badVariable = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
