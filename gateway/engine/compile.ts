import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type OperationDefinitionNode, visit } from 'graphql';
import { BoundedMap } from '../bounded-map.ts';
import type { LoadedSupergraph } from '../supergraph.ts';
import type { Transport } from '../transport/transport.ts';
import { readOperation } from './client-operation.ts';
import type { Complete } from './complete.ts';
import { switchesOf } from './conditions.ts';
import { compileIntrospection, type Introspect } from './introspection.ts';
import { createMerge } from './merge.ts';
import { compilePlan } from './node.ts';
import { reservedNames } from './reserved-names.ts';
import { compileShape } from './shape.ts';
import type { Step } from './step.ts';
import { createTypes } from './types.ts';

type Values = Readonly<Record<string, unknown>>;

/** An operation, ready to run for any variables and anybody. */
export type Compiled = {
  readonly definition: OperationDefinitionNode;
  readonly gather: Step;
  readonly introspect: Introspect | null;
  /** What writes the answer, for these values of the variables that `@skip` and `@include` name. */
  readonly shapeFor: (coerced: Values) => Complete;
};

export type Compile = (
  document: DocumentNode,
  definition: OperationDefinitionNode,
  labels: ReadonlyMap<string, boolean>,
) => Compiled;

/** Shapes of one operation that are kept: one for each combination of its conditions that was asked for. */
const SHAPES_KEPT = 16;

/** Plans operations over a supergraph, and compiles the plans. */
export function createCompile(supergraph: LoadedSupergraph, transport: Transport): Compile {
  const { apollo, apiSchema } = supergraph;
  const planner = new QueryPlanner(apollo.supergraph);
  const types = createTypes(apollo.schema);
  const merge = createMerge(types);
  const reserved = reservedNames(apollo.schema);

  return (document, written, overrideConditions) => {
    const operation = readOperation(document, written, reserved);
    const { definition, fragments, clientNames, variableNames } = operation;
    const plan = planner.buildQueryPlan(
      operationFromDocument(apollo.apiSchema, operation.document),
      { overrideConditions: new Map(overrideConditions) },
    );
    const clientVariable = (name: string) => variableNames.get(name) ?? name;
    const isOn = (variable: string) => {
      const name = clientVariable(variable);
      return (coerced: Values) => coerced[name] === true;
    };
    const switches = switchesIn(operation.document).map((name) => ({
      name,
      from: clientVariable(name),
    }));
    return {
      definition: written,
      gather: compilePlan(plan, { transport, types, merge, clientNames, variableNames, isOn }),
      introspect: compileIntrospection(apiSchema, operation.written),
      shapeFor: remembering(switches, (values) =>
        compileShape(definition, { schema: apiSchema, fragments, switches: values, clientNames }),
      ),
    };
  };
}

function switchesIn(document: DocumentNode): string[] {
  const names = new Set<string>();
  const add = (node: Parameters<typeof switchesOf>[0]) => {
    for (const name of switchesOf(node)) names.add(name);
  };
  visit(document, { Field: add, InlineFragment: add, FragmentSpread: add });
  return [...names];
}

function remembering(
  switches: readonly { readonly name: string; readonly from: string }[],
  compile: (values: Values) => Complete,
): (coerced: Values) => Complete {
  const shapes = new BoundedMap<string, Complete>(SHAPES_KEPT);
  return (coerced) => {
    const state = switches.map(({ from }) => (coerced[from] === true ? '1' : '0')).join('');
    const known = shapes.get(state);
    if (known) return known;
    const shape = compile(
      Object.fromEntries(switches.map(({ name, from }) => [name, coerced[from]])),
    );
    shapes.set(state, shape);
    return shape;
  };
}
