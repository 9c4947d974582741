import {
  type DocumentNode,
  GraphQLError,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { type CountsOf, createCounter, sum } from './counter.ts';
import { readFragments, refuseUnused } from './fragments.ts';
import type { DocumentLimits } from './limits.ts';
import { overLimit } from './over-limit.ts';
import { checkRepeats } from './repeats.ts';

/**
 * Throws where a document is over a limit that can be seen without its schema. Takes time by the length
 * of the text, not by what its fragments multiply to.
 */
export function checkMeasures({ definitions }: DocumentNode, limits: DocumentLimits): void {
  const operations = definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (operations.length > limits.operations)
    throw overLimit('operations', limits, operations.length);
  const fragments = readFragments(definitions);
  if (fragments.size > limits.fragments) throw overLimit('fragments', limits, fragments.size);
  const counter = createCounter(fragments);
  let selections = 0;
  for (const one of operations) selections += checkOperation(one, counter.ofSet, limits);
  if (selections > limits.selections) throw overLimit('selections', limits, selections);
  refuseUnused(fragments, counter.counted);
  // What is written out from here on is within the limit of selections.
  for (const { selectionSet } of operations) checkRepeats(selectionSet, fragments, limits);
}

/** The selections of an operation; throws where it alone is over a limit. */
function checkOperation(
  { operation, selectionSet, directives = [], variableDefinitions = [] }: OperationDefinitionNode,
  countsOf: CountsOf,
  limits: DocumentLimits,
): number {
  if (operation === OperationTypeNode.SUBSCRIPTION) throw notServed();
  for (const { variable } of variableDefinitions)
    if (variable.name.value === '__proto__') throw noVariable();
  const counts = countsOf(selectionSet);
  const ofVariables = variableDefinitions.flatMap((one) => one.directives ?? []).length;
  const found = {
    depth: counts.depth,
    rootFields: counts.fields,
    aliases: counts.aliases,
    directives: sum(counts.directives, directives.length + ofVariables),
    selections: counts.selections,
  };
  for (const name of ['depth', 'rootFields', 'aliases', 'directives', 'selections'] as const)
    if (found[name] > limits[name]) throw overLimit(name, limits, found[name]);
  return counts.selections;
}

/** Validation lets it pass even where the schema has none. */
const notServed = () => invalid('Subscriptions are not served here. Ask a query.');

/** graphql-js would read its fields as the values of other variables. */
const noVariable = () => invalid('A variable cannot have the name "__proto__". Give it another.');

const invalid = (message: string) =>
  new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
