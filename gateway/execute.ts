import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Vouched } from '../platform/actor-token.ts';
import { createCompile } from './engine/compile.ts';
import { rememberCompiled } from './engine/compiled-operations.ts';
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
 * and compiled once for each state of its conditions; `engine/` has how.
 */
export function createExecutor(
  supergraph: LoadedSupergraph,
  transport: Transport,
  labelIsOn: LabelIsOn = byChance(Math.random),
): Executor {
  const compiledFor = rememberCompiled(createCompile(supergraph, transport), PLANS_KEPT);
  const labels = labelsIn(supergraph.apollo.schema);

  return async ({ document, definition, documentHash, variables, vouched }) => {
    const definitions = definition.variableDefinitions ?? [];
    const { errors, coerced } = getVariableValues(supergraph.apiSchema, definitions, variables);
    if (errors) return { errors: errors.map(badVariable) };
    const compiled = compiledFor(
      { document, definition, key: documentHash },
      coerced,
      new Map(labels.map((label) => [label, labelIsOn(label)])),
    );
    return await runOperation(compiled, { variables, coerced, vouched });
  };
}

/** What is wrong with a variable, said by graphql-js: subgraphs get the values as they came. */
const badVariable = ({ message, nodes }: GraphQLError) =>
  new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
