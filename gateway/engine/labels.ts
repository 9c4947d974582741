import type { GraphQLSchema } from 'graphql';
import { joinedFields } from './join-fields.ts';

/** Decides, for one request, whether a field that is on its way to another subgraph is there already. */
export type LabelIsOn = (label: string) => boolean;

/** The share of requests for which a label is on, 0 to 1. */
export type Shares = ReadonlyMap<string, number>;

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;
const NOBODY_SAID: Shares = new Map();

/**
 * What the operator says of a label holds. Otherwise `percent(25)` is on for a quarter of the requests, and
 * any other label is off.
 */
export const byChance =
  (random: () => number, said: Shares = NOBODY_SAID): LabelIsOn =>
  (label) =>
    random() < (said.get(label) ?? shareOf(label));

function shareOf(label: string): number {
  const [, percent] = PERCENT.exec(label) ?? [];
  return percent === undefined ? 0 : Number(percent) / 100;
}

/** The labels that `@override` has in a supergraph, each once. */
export const labelsIn = (schema: GraphQLSchema): readonly string[] => [
  ...new Set(joinedFields(schema, 'overrideLabel').map(({ value }) => value)),
];
