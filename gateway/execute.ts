import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { cacheControlOf } from './cache-control.ts';
import { compileCost } from './document/cost.ts';
import { DOCUMENT_LIMITS } from './document/limits.ts';
import { overLimit } from './document/over-limit.ts';
import { type Compiled, createCompile } from './engine/compile.ts';
import { rememberCompiled } from './engine/compiled-operations.ts';
import { byChance, type LabelIsOn, labelsIn } from './engine/labels.ts';
import { runOperation } from './engine/run-operation.ts';
import type { RequestObservation } from './observe/request-observation.ts';
import { PLANNING_HERE } from './planning/plan-here.ts';
import type { Planning } from './planning/planner.ts';
import type { LoadedSupergraph } from './supergraph.ts';
import type { Transport } from './transport/transport.ts';

/** One operation of a document that fits the schema. */
export type Operation = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** SHA-256 of the document's text, for those who look at what is asked. */
  readonly hash?: string;
};

/** With what an operation is asked, and on whose behalf. */
export type Asking = {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly vouched: Vouched;
  /** When it must be answered, by `performance.now()`. No end where nobody waits at a door. */
  readonly deadline?: number;
  /** Aborted when the client has left. */
  readonly signal?: AbortSignal;
  readonly observation?: RequestObservation | null;
};

/** What becomes of an operation. Without data it was refused, and nothing was executed. */
export type Answer = {
  /** As JSON text. */
  readonly data?: string;
  readonly errors: readonly GraphQLError[];
  /** What the answer's header of that name says. */
  readonly cacheControl?: string;
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

  return ({ document, definition, hash = '' }) => {
    const name = definition.name?.value ?? null;
    const seen = { name, kind: definition.operation, hash };
    const definitions = definition.variableDefinitions ?? [];
    const costOf = compileCost(schema, definition, fragmentsOf(document));
    const compiledFor = rememberCompiled(compile, document, definition);

    return async (asking) => {
      const { variables, vouched, deadline = Number.POSITIVE_INFINITY } = asking;
      const { signal = null, observation = null } = asking;
      observation?.isOf(seen);
      const { errors, coerced } = getVariableValues(apiSchema, definitions, variables);
      if (errors) return { errors: errors.map(badVariable) };
      const cost = costOf(coerced);
      if (cost > costLimit)
        return { errors: [overLimit('cost', { ...DOCUMENT_LIMITS, cost: costLimit }, cost)] };
      const ready = compiledFor(coerced, decideLabels());
      const compiled = ready instanceof Promise ? await planned(ready, observation) : ready;
      if (compiled instanceof GraphQLError) return { errors: [compiled] };
      const request = { variables, coerced, vouched, deadline, signal, observation };
      const { data, errors: met, cacheControls } = await runOperation(compiled, request);
      const cacheable = { kind: seen.kind, hasErrors: met.length > 0, fetched: cacheControls };
      return { data, errors: met, cacheControl: cacheControlOf(cacheable), cost };
    };
  };
}

const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );

async function planned(ready: Promise<Compiled>, observation: RequestObservation | null) {
  const began = performance.now();
  const compiled = await ready.catch(asRefusal);
  observation?.planned(performance.now() - began);
  return compiled;
}

/** What planning refuses is an answer; anything else is a bug, and stays thrown. */
function asRefusal(error: unknown): GraphQLError {
  if (error instanceof GraphQLError && error.extensions.code !== undefined) return error;
  throw error;
}

/** What is wrong with a variable, said by graphql-js: subgraphs get the values as they came. */
const badVariable = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
