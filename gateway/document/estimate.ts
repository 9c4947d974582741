import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { BoundedMap } from '../bounded-map.ts';
import type { LoadedSupergraph } from '../supergraph.ts';
import { type Cost, compileCost } from './cost.ts';

/** One operation of a document. `key` names the document's text. */
type Asked = {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly key: string;
};

/** The estimated cost of an operation with these variables. */
export type Estimate = (asked: Asked, variables: Readonly<Record<string, unknown>>) => number;

/** Reads each operation once; `kept` of them are remembered. */
export function createEstimate({ schema }: LoadedSupergraph, kept: number): Estimate {
  const costs = new BoundedMap<string, Cost>(kept);
  return ({ document, definition, key }, variables) => {
    const full = `${key} ${definition.name?.value ?? ''}`;
    const cost = costs.get(full) ?? compileCost(schema, definition, fragmentsOf(document));
    costs.set(full, cost);
    return cost(variables);
  };
}

const fragmentsOf = ({ definitions }: DocumentNode) =>
  new Map(
    definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
