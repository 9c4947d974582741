import type { GraphQLSchema } from 'graphql';
import { joinedFields } from './join-fields.ts';

/** Decides, for one request, whether a field that is on its way to another subgraph is there already. */
export type LabelIsOn = (label: string) => boolean;

const PERCENT = /^percent\((\d+(?:\.\d+)?)\)$/;

/** `percent(25)` is on for a quarter of the requests; any other label is off until somebody says otherwise. */
export const byChance =
  (random: () => number): LabelIsOn =>
  (label) => {
    const [, percent] = PERCENT.exec(label) ?? [];
    return percent !== undefined && random() * 100 < Number(percent);
  };

/** The labels that `@override` has in a supergraph, each once. */
export const labelsIn = (schema: GraphQLSchema): readonly string[] => [
  ...new Set(joinedFields(schema, 'overrideLabel').map(({ value }) => value)),
];
