import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Which types are which, for type conditions against the `__typename` of data. */
export type Types = {
  /** The names that satisfy a condition: the type itself, and every object and interface below it. */
  readonly within: (condition: string) => ReadonlySet<string>;
  readonly isObject: (name: string) => boolean;
};

export function createTypes(schema: GraphQLSchema): Types {
  const known = new Map<string, ReadonlySet<string>>();
  return {
    within(condition) {
      const names = known.get(condition) ?? namesWithin(schema, condition);
      known.set(condition, names);
      return names;
    },
    isObject: (name) => isObjectType(schema.getType(name)),
  };
}

function namesWithin(schema: GraphQLSchema, condition: string): ReadonlySet<string> {
  const type = schema.getType(condition);
  const below = isAbstractType(type)
    ? [...schema.getPossibleTypes(type)].map(({ name }) => name)
    : [];
  const interfaces = isInterfaceType(type) ? schema.getImplementations(type).interfaces : [];
  return new Set([condition, ...below, ...interfaces.map(({ name }) => name)]);
}
