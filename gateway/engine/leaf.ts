import { type GraphQLLeafType, isEnumType } from 'graphql';
import { quoted } from './json-text.ts';
import type { Text } from './shaping.ts';

/** The value as JSON, or undefined where the type has no such value. */
export type WriteLeaf = (value: unknown) => Text;

const MAX_INT = 2_147_483_647;
const MIN_INT = -2_147_483_648;

const isInt = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value <= MAX_INT && value >= MIN_INT;

const writers: Readonly<Record<string, WriteLeaf>> = {
  Int: (value) => (isInt(value) ? String(value) : undefined),
  Float: (value) => (Number.isFinite(value) ? JSON.stringify(value) : undefined),
  String: (value) => (typeof value === 'string' ? quoted(value) : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  // A number beyond what JavaScript can say was read as another one.
  ID(value) {
    if (typeof value === 'string') return quoted(value);
    return Number.isSafeInteger(value) ? `"${value}"` : undefined;
  },
};

/** A subgraph in this process may give what JSON cannot say: a BigInt, a function, a cycle. */
function asJson(value: unknown): Text {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** How a value of a leaf type is written. Values of custom scalars are for the subgraphs to know. */
export function writeLeaf(type: GraphQLLeafType): WriteLeaf {
  if (!isEnumType(type)) return writers[type.name] ?? asJson;
  const texts = new Map<unknown, string>(
    type.getValues().map(({ name }) => [name, JSON.stringify(name)]),
  );
  return (value) => texts.get(value);
}
