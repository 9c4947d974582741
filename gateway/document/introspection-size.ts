import {
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

/** How many items a field of the introspection types has, as a rule, by its coordinate. */
type IntrospectionSizes = ReadonlyMap<string, number>;

/** Text costs something there: a schema has a description for each of its fields. */
export const INTROSPECTED_LEAF = 0.1;

type Typed = { readonly type: GraphQLOutputType | GraphQLInputType };

/**
 * What a question about the schema multiplies to, in averages of this schema: it is answered without a
 * subgraph, so that nothing but its cost bounds it.
 */
export function introspectionSizes(schema: GraphQLSchema): IntrospectionSizes {
  const sizes = known.get(schema) ?? readSizes(schema);
  known.set(schema, sizes);
  return sizes;
}

const known = new WeakMap<GraphQLSchema, IntrospectionSizes>();

function readSizes(schema: GraphQLSchema): IntrospectionSizes {
  const types = Object.values(schema.getTypeMap());
  const composite = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = composite.flatMap((type) => Object.values(type.getFields()));
  const enums = types.filter(isEnumType);
  const inputs = types.filter(isInputObjectType);
  const abstract = types.filter(isAbstractType);
  const typed: readonly Typed[] = fields;
  return new Map([
    ['__Schema.types', types.length],
    ['__Schema.directives', schema.getDirectives().length],
    ['__Directive.args', 2],
    ['__Type.fields', share(fields.length, composite.length)],
    ['__Field.args', share(fields.flatMap(({ args }) => args).length, fields.length)],
    ['__Type.enumValues', share(enums.flatMap((one) => one.getValues()).length, types.length)],
    ['__Type.inputFields', share(inputs.flatMap(inputNames).length, types.length)],
    [
      '__Type.interfaces',
      share(composite.flatMap((one) => one.getInterfaces()).length, types.length),
    ],
    ['__Type.possibleTypes', share(possible(schema, abstract), types.length)],
    ['__Type.ofType', share(typed.filter(isWrapped).length, 2 * typed.length)],
  ]);
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
const isWrapped = ({ type }: Typed) => 'ofType' in type;
const inputNames = (type: GraphQLNamedType) =>
  isInputObjectType(type) ? Object.keys(type.getFields()) : [];
const possible = (schema: GraphQLSchema, types: readonly GraphQLNamedType[]) =>
  types.reduce(
    (sum, type) => sum + (isAbstractType(type) ? schema.getPossibleTypes(type).length : 0),
    0,
  );
