import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { BoundedMap } from './bounded-map.ts';
import { type Compiled, createCompile } from './engine/compile.ts';
import { byChance, type LabelIsOn, labelsIn } from './engine/labels.ts';
import { runOperation } from './engine/run-operation.ts';
import { PLANS_KEPT } from './limits.ts';
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
};

export type Executor = (operation: Operation) => Promise<ExecutionResult>;

/**
 * Plans an operation over one supergraph and executes the plan. Each operation of a document is planned
 * and compiled once; `engine/` has how.
 */
export function createExecutor(
  supergraph: LoadedSupergraph,
  transport: Transport,
  labelIsOn: LabelIsOn = byChance(Math.random),
): Executor {
  const compiledFor = createCompiled(supergraph, transport, labelIsOn);

  return async (operation) => {
    const { definition, variables, vouched } = operation;
    const checked = getVariableValues(
      supergraph.apiSchema,
      definition.variableDefinitions ?? [],
      variables,
    );
    if (checked.errors) return { errors: checked.errors.map(badVariable) };
    const compiled = compiledFor(operation);
    return await runOperation(compiled, { variables, coerced: checked.coerced, vouched });
  };
}

function createCompiled(
  supergraph: LoadedSupergraph,
  transport: Transport,
  labelIsOn: LabelIsOn,
): (operation: Operation) => Compiled {
  const compile = createCompile(supergraph, transport);
  const labels = labelsIn(supergraph.apollo.schema);
  const kept = new BoundedMap<string, Compiled>(PLANS_KEPT);

  return ({ document, definition, documentHash }) => {
    const on = new Map(labels.map((label) => [label, labelIsOn(label)]));
    const state = [...on.values()].map(Number).join('');
    const key = `${documentHash} ${definition.name?.value ?? ''} ${state}`;
    const known = kept.get(key);
    if (known) return known;
    const compiled = compile(document, definition, on);
    kept.set(key, compiled);
    return compiled;
  };
}

/** What is wrong with a variable, said by graphql-js: subgraphs get the values as they came. */
const badVariable = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
