import type { GeneratorValue } from 'fast-check';
import fc from 'fast-check';
import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';

/** Choices of one random operation, all from one generator. */
export type Choices = {
  readonly pick: <Value>(values: readonly Value[]) => Value;
  /** True once in so many times. */
  readonly chance: (times: number) => boolean;
  readonly upTo: (most: number) => number;
};

export function choicesFrom(gen: GeneratorValue): Choices {
  const upTo = (most: number) => gen(fc.integer, { min: 0, max: most });
  return {
    upTo,
    chance: (times) => upTo(times - 1) === 0,
    pick: (values) => {
      const value = values[upTo(values.length - 1)];
      if (value === undefined) throw new Error('There is nothing to pick.');
      return value;
    },
  };
}

const SCALARS: Readonly<Record<string, readonly unknown[]>> = {
  Int: [0, 1, 2, 7, -3],
  Float: [0, 1.5, 2],
  String: ['', 'abc', 'a "quote"', 'line\nline'],
  Boolean: [true, false],
  ID: ['x', 7, 'b1'],
};
const CUSTOM = ['2026-09-01', 3, true];

/** A random value of an input type, as JSON. */
export function randomJson(choices: Choices, type: GraphQLInputType, depth = 0): unknown {
  if (isNonNullType(type)) return randomJson(choices, type.ofType, depth);
  if (isListType(type))
    return Array.from({ length: choices.upTo(2) }, () =>
      orNull(choices, type.ofType, () => randomJson(choices, type.ofType, depth + 1)),
    );
  if (isEnumType(type)) return choices.pick(type.getValues()).name;
  if (!isInputObjectType(type)) return choices.pick(SCALARS[type.name] ?? CUSTOM);
  return Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => isWanted(choices, field, depth))
      .map((field) => [
        field.name,
        orNull(choices, field.type, () => randomJson(choices, field.type, depth + 1)),
      ]),
  );
}

/** Required is wanted; of the rest the fewer, the deeper. */
export const isWanted = (
  { chance }: Choices,
  { type, defaultValue }: { readonly type: GraphQLInputType; readonly defaultValue?: unknown },
  depth: number,
): boolean => (isNonNullType(type) && defaultValue === undefined) || chance(depth + 2);

const orNull = ({ chance }: Choices, type: GraphQLInputType, value: () => unknown): unknown =>
  !isNonNullType(type) && chance(8) ? null : value();

/** A value of an input type as it is written in a document. */
export function writeJson(value: unknown, type: GraphQLInputType): string {
  if (isNonNullType(type)) return writeJson(value, type.ofType);
  if (value === null) return 'null';
  if (isListType(type) && Array.isArray(value))
    return `[${value.map((item) => writeJson(item, type.ofType)).join(', ')}]`;
  if (isInputObjectType(type)) {
    const fields = type.getFields();
    const written = Object.entries(value as object).flatMap(([name, of]) => {
      const field = fields[name];
      return field ? [`${name}: ${writeJson(of, field.type)}`] : [];
    });
    return `{ ${written.join(', ')} }`;
  }
  return isEnumType(type) ? String(value) : JSON.stringify(value);
}
