import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { ownTypes } from './api-schema.ts';

type Described = { readonly at: string; readonly description: string | null | undefined };

const objectParts = (type: GraphQLNamedType): Described[] =>
  isObjectType(type)
    ? Object.values(type.getFields()).flatMap((field) => {
        const at = `${type.name}.${field.name}`;
        const args = field.args.map(({ name, description }) => ({
          at: `${at}(${name}:)`,
          description,
        }));
        return [{ at, description: field.description }, ...args];
      })
    : [];

/** The values of an enum and the fields of an input. */
function valueParts(type: GraphQLNamedType): Described[] {
  const parts = isEnumType(type)
    ? type.getValues()
    : isInputObjectType(type)
      ? Object.values(type.getFields())
      : [];
  return parts.map(({ name, description }) => ({ at: `${type.name}.${name}`, description }));
}

/** Everything that a client can see of the graph. */
const everything: readonly Described[] = ownTypes
  .filter((type) => !isSpecifiedScalarType(type))
  .flatMap((type) => [
    { at: type.name, description: type.description },
    ...objectParts(type),
    ...valueParts(type),
  ]);

const where = (wrong: (description: string) => boolean) =>
  everything.filter(({ description }) => wrong(description ?? '')).map(({ at }) => at);

describe('every type, field, argument and value', () => {
  it('is described', () => {
    expect(everything.length).toBeGreaterThan(400);
    expect(where((description) => description === '')).toEqual([]);
  });

  it('is described in sentences: from a capital, or a name in code, to a period', () => {
    expect(where((text) => !/^["`(]?[\p{Lu}\d`]/u.test(text))).toEqual([]);
    expect(where((text) => !/[.?]$/.test(text))).toEqual([]);
  });
});
