import { inspect } from 'node:util';
import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  isObjectType,
} from 'graphql';
import { type Complete, isPromise } from './run.ts';

/** The object type by the name that a type resolver gave, which may be anything. */
function runtimeType(
  abstract: GraphQLAbstractType,
  name: unknown,
  { schema, parentType, fieldName, fieldNodes }: GraphQLResolveInfo,
  value: unknown,
): GraphQLObjectType {
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  if (isObjectType(type) && schema.isSubType(abstract, type)) return type;
  const field = `"${parentType.name}.${fieldName}"`;
  const given = `value ${inspect(value)}, received "${inspect(name)}"`;
  throw new GraphQLError(
    typeof name === 'string'
      ? `"${name}" is no object type of "${abstract.name}", as which field ${field} resolved.`
      : `Abstract type "${abstract.name}" must resolve to an Object type at runtime for field ${field} with ${given}.`,
    { nodes: fieldNodes },
  );
}

/** Finds out which object type a value is of, and completes it as that. */
export function completeAbstract(
  abstract: GraphQLAbstractType,
  completeAs: (type: GraphQLObjectType) => Complete,
): Complete {
  const resolveType = abstract.resolveType ?? defaultTypeResolver;
  return (run, value, info, path) => {
    const name = resolveType(value, run.context, info, abstract);
    const complete = (resolved: unknown) =>
      completeAs(runtimeType(abstract, resolved, info, value))(run, value, info, path);
    return isPromise(name) ? name.then(complete) : complete(name);
  };
}
