import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isUnionType,
} from 'graphql';

/** Gives a number below its argument. */
export type Draw = (bound: number) => number;

const MAX_DEPTH = 4;
const MAX_FIELDS = 7;
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  'Query.box': ['id: "1"', 'id: $id'],
  'Box.label': ['text: "a"', 'text: $text, tags: [RED]', 'text: "b", tags: GREEN'],
  'Stone.weight': ['', 'of: {height: 2}', 'of: $size, by: $by', 'by: 2'],
  'Stone.color': ['', 'dark: false', 'dark: $dark'],
  'Plant.color': ['', 'dark: false', 'dark: $dark'],
  'Thing.color': ['', 'dark: false', 'dark: $dark'],
  'Query.color': ['', 'dark: false', 'dark: $dark'],
};
const CONDITIONS = ['', '', '', '@include(if: true)', '@skip(if: true)', '@skip(if: false)'];

const pick = <Item>(draw: Draw, items: readonly Item[]): Item => items[draw(items.length)] as Item;

function fieldText(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
  draw: Draw,
  depth: number,
): string {
  const below = getNamedType(field.type);
  if (!isLeafType(below) && depth >= MAX_DEPTH) return '__typename';
  const given = GIVEN[`${type.name}.${field.name}`] ?? [''];
  const args = draw(given.length);
  // One key, one meaning, wherever it is merged: the key says the type, the field and the arguments.
  const key = `${type.name}_${field.name}_${args}`;
  const call = given[args] ? `(${given[args]})` : '';
  const selection = isLeafType(below) ? '' : selectionText(schema, below, draw, depth + 1);
  return `${key}: ${field.name}${call} ${pick(draw, CONDITIONS)} ${selection}`;
}

function oneOf(schema: GraphQLSchema, type: GraphQLNamedType, draw: Draw, depth: number): string {
  const kind = draw(8);
  if (kind === 0) return '__typename';
  if (kind === 1 && type.name !== 'Query') return `... {${oneOf(schema, type, draw, depth + 1)}}`;
  if (kind === 2 && type.name === 'Box') return '...InBox';
  if (isAbstractType(type) && (isUnionType(type) || kind < 5)) {
    const object = pick(draw, schema.getPossibleTypes(type));
    return `... on ${object.name} ${selectionText(schema, object, draw, depth + 1)}`;
  }
  if (!('getFields' in type) || isUnionType(type)) return '__typename';
  const fields = Object.values(type.getFields()) as GraphQLField<unknown, unknown>[];
  return fieldText(schema, type, pick(draw, fields), draw, depth);
}

function selectionText(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  draw: Draw,
  depth: number,
): string {
  const count = 1 + draw(MAX_FIELDS);
  const parts = Array.from({ length: count }, () => oneOf(schema, type, draw, depth));
  return `{${parts.join(' ')}}`;
}

const VARIABLES = '$id: ID! = "9", $text: String!, $size: Size, $by: Int! = 5, $dark: Boolean';

/** A query over `randomSchema`, valid but for fragments and variables that nothing uses. */
export function randomQuery(schema: GraphQLSchema, draw: Draw): string {
  const root = schema.getQueryType();
  if (!isObjectType(root)) throw new Error('The schema has no query type.');
  return (
    `query Random(${VARIABLES}) ${selectionText(schema, root, draw, 0)} ` +
    'fragment InBox on Box { Box_id_0: id Box_inner_0: inner { Box_id_0: id ... on Box { __typename } } }'
  );
}
