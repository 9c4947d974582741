import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { compileCost } from './document/cost.ts';
import { DOCUMENT_LIMITS } from './document/limits.ts';
import { overLimit } from './document/over-limit.ts';
import { createCompile } from './engine/compile.ts';
import { rememberCompiled } from './engine/compiled-operations.ts';
import { byChance, type LabelIsOn, labelsIn } from './engine/labels.ts';
import { runOperation } from './engine/run-operation.ts';
import { PLANNING_HERE } from './planning/plan-here.ts';
import type { Planning } from './planning/planner.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import type { Transport } from './transport/transport.ts';

/** One operation of a document that fits the schema. */
export type Operation = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
};

/** With what an operation is asked, and on whose behalf. */
export type Asking = {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly vouched: Vouched;
  /** When it must be answered, by `performance.now()`. No end where nobody waits at a door. */
  readonly deadline?: number;
  /** Aborted when the client has left. */
  readonly signal?: AbortSignal;
};

/** What becomes of an operation. Without data it was refused, and nothing was executed. */
export type Answer = {
  /** As JSON text. */
  readonly data?: string;
  readonly errors: readonly GraphQLError[];
  /** Its cost as estimated, of an operation that was executed. */
  readonly cost?: number;
};

/** An operation, read once, that is asked again and again. */
export type Prepared = (asking: Asking) => Promise<Answer>;
export type Engine = (operation: Operation) => Prepared;

export type EngineOptions = {
  readonly labelIsOn?: LabelIsOn;
  /** The highest estimated cost of an operation that is executed. */
  readonly costLimit?: number;
  readonly planning?: Planning;
};

/**
 * Plans operations over one supergraph and executes the plans. Each operation is planned and compiled
 * once for each state of its conditions; `engine/` has how.
 */
export function createEngine(
  supergraph: LoadedSupergraph,
  transport: Transport,
  {
    labelIsOn = byChance(Math.random),
    costLimit = DOCUMENT_LIMITS.cost,
    planning = PLANNING_HERE,
  }: EngineOptions = {},
): Engine {
  const { schema, apiSchema } = supergraph;
  const compile = createCompile(supergraph, transport, planning.planner(supergraph));
  const labels = labelsIn(schema);
  const decideLabels = () => new Map(labels.map((label) => [label, labelIsOn(label)]));

  return ({ document, definition }) => {
    const definitions = definition.variableDefinitions ?? [];
    const costOf = compileCost(schema, definition, fragmentsOf(document));
    const compiledFor = rememberCompiled(compile, document, definition);

    return async ({ variables, vouched, deadline = Number.POSITIVE_INFINITY, signal = null }) => {
      const { errors, coerced } = getVariableValues(apiSchema, definitions, variables);
      if (errors) return { errors: errors.map(badVariable) };
      const cost = costOf(coerced);
      if (cost > costLimit)
        return { errors: [overLimit('cost', { ...DOCUMENT_LIMITS, cost: costLimit }, cost)] };
      const ready = compiledFor(coerced, decideLabels());
      const compiled = ready instanceof Promise ? await ready.catch(asRefusal) : ready;
      if (compiled instanceof GraphQLError) return { errors: [compiled] };
      const request = { variables, coerced, vouched, deadline, signal };
      return { ...(await runOperation(compiled, request)), cost };
    };
  };
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );

/** What planning refuses is an answer; anything else is a bug, and stays thrown. */
function asRefusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError && error.extensions.code !== undefined) return error;
  throw error;
}

/** What is wrong with a variable, said by graphql-js: subgraphs get the values as they came. */
const badVariable = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
