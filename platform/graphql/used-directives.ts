import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';

type Extended = { readonly extensions: { readonly directives?: unknown } };

/** As the directives' plugin leaves them: each with its name. */
const namesOn = ({ extensions: { directives } }: Extended): readonly string[] =>
  Array.isArray(directives) ? directives.map(({ name }: { readonly name: string }) => name) : [];

function partsOf(type: GraphQLNamedType): readonly Extended[] {
  if (isEnumType(type)) return type.getValues();
  if (isInputObjectType(type)) return Object.values(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [field, ...field.args]);
}

/** The names of all directives that stand anywhere in a schema of Pothos', in their order. */
export function usedDirectives(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap());
  const all = types.flatMap((type) => [type, ...partsOf(type)]).flatMap(namesOn);
  return [...new Set(all)].sort();
}
