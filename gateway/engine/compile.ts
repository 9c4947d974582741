import { type DocumentNode, OperationTypeNode, print } from 'graphql';
import type { Labels, Planning } from '../planning/planner.ts';
import type { LoadedSupergraph } from '../supergraph.ts';
import type { Transport } from '../transport/transport.ts';
import { createAskOfAll } from './ask-of-all.ts';
import { compileAsked } from './asked.ts';
import { fragmentsOf, readOperation } from './client-operation.ts';
import type { Complete } from './complete.ts';
import type { Switches } from './conditions.ts';
import { createConflicts } from './conflicts.ts';
import { createWriteTypes } from './explicit-types.ts';
import { interfaceObjectsIn } from './interface-objects.ts';
import { compileIntrospection, type Introspect } from './introspection.ts';
import { createMerge } from './merge.ts';
import { tellingWhatIsDone } from './mutation-done.ts';
import { refuseNestedIntrospection } from './nested-introspection.ts';
import { compilePlan } from './node.ts';
import { keepNumbers } from './number-texts.ts';
import { oneByOne } from './one-by-one.ts';
import type { Place } from './outcome.ts';
import { isPlanned } from './planned-fields.ts';
import { rememberIntrospected } from './remember-introspected.ts';
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

/** Takes a document of one operation, as {@link separateOperations} gives it. */
export type Compile = (
  written: DocumentNode,
  switches: Switches,
  labels: Labels,
) => Promise<Compiled>;

/** Plans operations over a supergraph, and compiles the plans. */
export function createCompile(
  supergraph: LoadedSupergraph,
  transport: Transport,
  planning: Pick<Planning, 'planner' | 'introspector'>,
): Compile {
  const { apiSchema, schema } = supergraph;
  const plan = planning.planner(supergraph);
  const introspect = rememberIntrospected(planning.introspector(supergraph));
  const types = createTypes(schema);
  const merge = createMerge(types);
  const reserved = reservedNames(schema);
  const interfaceObjects = interfaceObjectsIn(schema);
  const writeTypes = createWriteTypes(apiSchema, interfaceObjects);
  const askOfAll = createAskOfAll(apiSchema, interfaceObjects);
  const refuseConflicts = createConflicts(schema, apiSchema, types);

  return async (written, switches, labels) => {
    const operation = askOfAll(writeTypes(readOperation(written, switches, reserved)));
    const { planned, definition, fragments, clientNames, variableNames } = operation;
    refuseNestedIntrospection(definition, fragments);
    refuseConflicts(planned);
    const { document, restore } = keepNumbers(planned, apiSchema);
    const texts = oneByOne(document, fragmentsOf(document)).map(print);
    const plans = (await plan(texts, labels)).map(restore);
    const places: Place[] = [];
    const wanted = compileAsked([definition.selectionSet], fragments, new Map());
    const context = { transport, types, merge, clientNames, variableNames, wanted, places };
    const complete = compileShape(definition, {
      schema: apiSchema,
      fragments,
      clientNames,
      isPlanned: (path) => isPlanned(places, path),
    });
    const isMutation = definition.operation === OperationTypeNode.MUTATION;
    return {
      gather: inSequence(plans.map((one) => compilePlan(one, context))),
      introspect: compileIntrospection(introspect, written),
      complete: isMutation ? tellingWhatIsDone(complete) : complete,
    };
  };
}
