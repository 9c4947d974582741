import { type GraphQLLeafType, isEnumType } from 'graphql';

/** The value as the client gets it, or undefined where the type has no such value. */
export type ReadLeaf = (value: unknown) => unknown;

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

const isInt = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value <= MAX_INT && value >= MIN_INT;

const readers: Readonly<Record<string, ReadLeaf>> = {
  Int: (value) => (isInt(value) ? value : undefined),
  Float: (value) => (Number.isFinite(value) ? value : undefined),
  String: (value) => (typeof value === 'string' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  ID(value) {
    if (typeof value === 'string') return value;
    return Number.isInteger(value) ? String(value) : undefined;
  },
};

/** How a value of a leaf type is read. Values of custom scalars are for the subgraphs to know. */
export function readLeaf(type: GraphQLLeafType): ReadLeaf {
  if (!isEnumType(type)) return readers[type.name] ?? ((value) => value);
  const names = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => (names.has(value) ? value : undefined);
}
