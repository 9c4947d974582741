import { createHash } from 'node:crypto';
import {
  buildSchema,
  GraphQLError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  responsePathAsArray,
} from 'graphql';

const SDL = `
  enum Color { RED GREEN }
  input Size { width: Int! = 3, height: Int }
  interface Thing { id: ID! same: Thing color(dark: Boolean = true): Color }
  type Stone implements Thing { id: ID! same: Thing color(dark: Boolean = true): Color weight(of: Size, by: Int! = 7): Int sure: Float! owner: Box! }
  type Plant implements Thing { id: ID! same: Plant color(dark: Boolean = true): Color leaves: [[Int!]]! pot: Box }
  union Found = Stone | Plant | Box
  type Box { id: ID! things: [Thing!] stones: [Stone!]! all: [Found] label(text: String!, tags: [Color!]): String inner: Box }
  type Query { box(id: ID!): Box thing: Thing! found: [Found!]! stones: [Stone] color(dark: Boolean = true): Color }
`;

/** What every resolver was called with, in the order of the calls. */
export type Calls = { readonly seed: number; readonly log: string[] };

const OBJECT_TYPES = ['Stone', 'Plant', 'Box'];
const MAX_ITEMS = 3;

/** A number below `bound` that depends on nothing but where it is asked. */
function chance(bound: number, ...place: readonly unknown[]): number {
  const hash = createHash('sha256').update(JSON.stringify(place)).digest();
  return hash.readUInt32BE(0) % bound;
}

type Made = { readonly type: GraphQLResolveInfo['returnType']; readonly place: readonly unknown[] };

function leaf(name: string, place: readonly unknown[]): unknown {
  if (name === 'Color') return ['RED', 'GREEN', 'BLUE'][chance(3, 'color', place)];
  if (name === 'String' || name === 'ID') return `text ${chance(9, 'text', place)}`;
  return chance(8, 'unfit', place) === 0 ? 'no number' : chance(100, 'number', place);
}

function list(schema: GraphQLSchema, type: Made['type'], place: readonly unknown[]): unknown {
  const length = chance(MAX_ITEMS + 1, 'length', place);
  const items = Array.from({ length }, (_, index) =>
    make(schema, { type, place: [...place, index] }),
  );
  const kind = chance(6, 'list', place);
  if (kind === 0) return 'no list';
  return kind === 1 ? new Set(items) : items;
}

function troubled(place: readonly unknown[]): { readonly value: unknown } | null {
  const trouble = chance(50, 'trouble', place);
  if (trouble === 0) return { value: null };
  if (trouble === 1) return { value: new Error(`value at ${place.join('.')}`) };
  if (trouble === 2) return { value: undefined };
  return null;
}

/** Some value for a type: mostly fitting, at times null, an error, a promise of either, or of another type. */
function make(schema: GraphQLSchema, { type, place }: Made): unknown {
  const fitting = isNonNullType(type) ? type.ofType : type;
  const trouble = troubled(place);
  const bare = () => {
    if (trouble) return trouble.value;
    if (isListType(fitting)) return list(schema, fitting.ofType, place);
    if (isLeafType(fitting)) return leaf(fitting.name, place);
    const name = isObjectType(fitting)
      ? fitting.name
      : OBJECT_TYPES[chance(OBJECT_TYPES.length, 'type', place)];
    return { __typename: chance(20, 'stray', place) === 0 ? 'Nothing' : name };
  };
  const way = chance(6, 'way', place);
  if (way === 0) return Promise.resolve().then(bare);
  if (way === 1 && chance(4, 'late', place) === 0) {
    const late = Promise.reject(new GraphQLError(`late at ${place.join('.')}`));
    late.catch(() => {}); // A list that failed before does not come to look at it.
    return late;
  }
  return bare();
}

function resolve(_source: unknown, args: object, { seed, log }: Calls, info: GraphQLResolveInfo) {
  const place = [seed, ...responsePathAsArray(info.path)];
  log.push(JSON.stringify([place, info.path.typename, info.fieldNodes.length, args]));
  if (chance(40, 'throws', place) === 0) throw new Error(`thrown at ${place.join('.')}`);
  return make(info.schema, { type: info.returnType, place });
}

/** A schema with every kind of output type, whose resolvers answer what their place and a seed say. */
export function randomSchema(): GraphQLSchema {
  const schema = buildSchema(SDL);
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields()))
        if (field.name !== 'pot') field.resolve = resolve;
  return schema;
}
