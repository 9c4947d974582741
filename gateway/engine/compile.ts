import { operationFromDocument } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, type OperationDefinitionNode, visit } from 'graphql';
import { BoundedMap } from '../bounded-map.ts';
import type { LoadedSupergraph } from '../supergraph.ts';
import type { Transport } from '../transport/transport.ts';
import { readOperation } from './client-operation.ts';
import { switchesOf } from './conditions.ts';
import { createConflicts } from './conflicts.ts';
import { compileIntrospection, type Introspect } from './introspection.ts';
import { createMerge } from './merge.ts';
import { compilePlan } from './node.ts';
import { oneByOne } from './one-by-one.ts';
import { reservedNames } from './reserved-names.ts';
import type { Run } from './run.ts';
import { compileShape, type Shape } from './shape.ts';
import type { Step } from './step.ts';
import { createTypes } from './types.ts';

type Values = Readonly<Record<string, unknown>>;

/** An operation, ready to run for any variables and anybody. */
export type Compiled = {
  readonly definition: OperationDefinitionNode;
  readonly gather: Step;
  readonly introspect: Introspect | null;
  /** What writes the answer, for these values of the variables that `@skip` and `@include` name. */
  readonly shapeFor: (coerced: Values) => Shape;
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
  const refuseConflicts = createConflicts(apollo.schema, apiSchema, types);

  return (document, written, overrideConditions) => {
    const operation = readOperation(document, written, reserved);
    refuseConflicts(operation.written);
    const { definition, fragments, clientNames, variableNames } = operation;
    const planOf = (one: DocumentNode) =>
      planner.buildQueryPlan(operationFromDocument(apollo.apiSchema, one), {
        overrideConditions: new Map(overrideConditions),
      });
    const clientVariable = (name: string) => variableNames.get(name) ?? name;
    const isOn = (variable: string) => {
      const name = clientVariable(variable);
      return (coerced: Values) => coerced[name] === true;
    };
    const switches = switchesIn(operation.document).map((name) => ({
      name,
      from: clientVariable(name),
    }));
    const stepOf = (one: DocumentNode) =>
      compilePlan(planOf(one), {
        transport,
        types,
        merge,
        clientNames,
        variableNames,
        isOn,
      });
    const shapeFor = remembering(switches, (values) =>
      compileShape(definition, { schema: apiSchema, fragments, switches: values, clientNames }),
    );
    const apart = oneByOne(operation.document, fragments);
    return {
      definition: written,
      gather: apart
        ? inOrder(apart, stepOf, (run) => shapeFor(run.coerced).names)
        : stepOf(operation.document),
      introspect: compileIntrospection(apiSchema, operation.written),
      shapeFor,
    };
  };
}

/** The fields of a mutation, one after another, as the answer has them. */
function inOrder(
  documents: ReadonlyMap<string, DocumentNode>,
  stepOf: (document: DocumentNode) => Step,
  namesOf: (run: Run) => readonly string[],
): Step {
  const steps = new Map([...documents].map(([name, document]) => [name, stepOf(document)]));
  return async (run) => {
    for (const name of namesOf(run)) await steps.get(name)?.(run);
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
  compile: (values: Values) => Shape,
): (coerced: Values) => Shape {
  const shapes = new BoundedMap<string, Shape>(SHAPES_KEPT);
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
