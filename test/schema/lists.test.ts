import {
  type GraphQLField,
  type GraphQLInputField,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { ownTypes } from './api-schema.ts';

/** A number, or words for a small one. */
const A_BOUND = /\d|\ba few\b|\b(a|some) dozens?\b|\b(three|five|six)\b|`first`|\bat most all\b/i;

type Listed = {
  readonly at: string;
  readonly field: GraphQLField<unknown, unknown> | GraphQLInputField;
};

const fieldsOf = (kind: typeof isObjectType | typeof isInputObjectType): Listed[] =>
  ownTypes
    .filter((type) => kind(type))
    .flatMap((type) =>
      Object.values(type.getFields()).map((field) => ({ at: `${type.name}.${field.name}`, field })),
    );
const lists = (listed: readonly Listed[]) =>
  listed.filter(({ field }) => isListType(getNullableType(field.type)));
const unbounded = (listed: readonly Listed[]) =>
  listed.filter(({ field }) => !A_BOUND.test(field.description ?? '')).map(({ at }) => at);

describe('a list', () => {
  it('that is answered says its bound', () => {
    expect(lists(fieldsOf(isObjectType)).length).toBeGreaterThan(30);
    expect(unbounded(lists(fieldsOf(isObjectType)))).toEqual([]);
  });

  it('that is asked with says its bound, where its values do not give one', () => {
    const inputs = lists(fieldsOf(isInputObjectType));
    expect(unbounded(inputs.filter(({ field }) => !isEnumType(getNamedType(field.type))))).toEqual(
      [],
    );
  });

  it('never holds a null, nor another list', () => {
    const all = lists([...fieldsOf(isObjectType), ...fieldsOf(isInputObjectType)]);
    const wrong = all.filter(({ field }) => {
      const type = getNullableType(field.type);
      return !isListType(type) || !isNonNullType(type.ofType) || isListType(type.ofType.ofType);
    });
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});

describe('a connection', () => {
  const connections = ownTypes
    .filter(isObjectType)
    .filter(({ name }) => name.endsWith('Connection'));

  it.each(connections.map(({ name }) => name))('%s is nodes, pageInfo and totalCount', (name) => {
    const connection = connections.find((type) => type.name === name);
    expect(Object.keys(connection?.getFields() ?? {}).toSorted()).toEqual([
      'nodes',
      'pageInfo',
      'totalCount',
    ]);
  });

  it('is asked by "first", which has a default, and "after"', () => {
    const asked = fieldsOf(isObjectType).filter(({ field }) =>
      getNamedType(field.type).name.endsWith('Connection'),
    );
    expect(asked.length).toBeGreaterThan(6);
    for (const { at, field } of asked) {
      const args = 'args' in field ? field.args : [];
      const paging = args.filter(({ name }) => name === 'first' || name === 'after');
      expect([at, ...paging.map(({ name, type }) => `${name}: ${type}`).toSorted()]).toEqual([
        at,
        'after: String',
        'first: Int!',
      ]);
      expect(paging.find(({ name }) => name === 'first')?.defaultValue).toBeLessThanOrEqual(100);
    }
  });
});
