import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import type { LoadedSupergraph } from '../supergraph.ts';
import type { Transport } from '../transport/transport.ts';
import { readOperation } from './client-operation.ts';
import type { Complete } from './complete.ts';
import type { Switches } from './conditions.ts';
import { createConflicts } from './conflicts.ts';
import { compileIntrospection, type Introspect } from './introspection.ts';
import { createMerge } from './merge.ts';
import { compilePlan } from './node.ts';
import { oneByOne } from './one-by-one.ts';
import { reservedNames } from './reserved-names.ts';
import { compileShape } from './shape.ts';
import { inSequence, type Step } from './step.ts';
import { createTypes } from './types.ts';

/** An operation, ready to run for anybody, with any variables but those that decided its conditions. */
export type Compiled = {
  readonly gather: Step;
  readonly introspect: Introspect | null;
  /** Writes the answer. */
  readonly complete: Complete;
};

export type Labels = ReadonlyMap<string, boolean>;

/** Takes a document of one operation, as {@link separateOperations} gives it. */
export type Compile = (written: DocumentNode, switches: Switches, labels: Labels) => Compiled;

/** Plans operations over a supergraph, and compiles the plans. */
export function createCompile(supergraph: LoadedSupergraph, transport: Transport): Compile {
  const { apollo, apiSchema: schema } = supergraph;
  const planner = new QueryPlanner(apollo.supergraph);
  const types = createTypes(apollo.schema);
  const merge = createMerge(types);
  const reserved = reservedNames(apollo.schema);
  const refuseConflicts = createConflicts(apollo.schema, schema, types);

  return (written, switches, labels) => {
    const operation = readOperation(written, switches, reserved);
    const { document, definition, fragments, clientNames, variableNames } = operation;
    refuseConflicts(document);
    const overrideConditions = new Map(labels);
    const steps = oneByOne(document, fragments).map((one) => {
      const asked = operationFromDocument(apollo.apiSchema, one);
      const plan = planner.buildQueryPlan(asked, { overrideConditions });
      return compilePlan(plan, { transport, types, merge, clientNames, variableNames });
    });
    return {
      gather: inSequence(steps),
      introspect: compileIntrospection(schema, written),
      complete: compileShape(definition, { schema, fragments, clientNames }),
    };
  };
}
