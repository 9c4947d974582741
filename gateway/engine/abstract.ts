import type { GraphQLAbstractType, GraphQLCompositeType, GraphQLSchema } from 'graphql';
import { NoPlan } from '../planning/refusals.ts';
import type { CompleteObject } from './object.ts';
import { complain } from './shaping.ts';
import { report } from './too-large.ts';

/**
 * An object of an interface or a union, by its `__typename`. The selections are compiled for each type
 * when the first object of it comes. Of an interface object, a subgraph knows the interface only: that
 * is enough, and its name need not be there, where no selection asks for more (`compile` gives null).
 */
export function completeAbstract(
  type: GraphQLAbstractType,
  schema: GraphQLSchema,
  compile: (runtime: GraphQLCompositeType) => CompleteObject | null,
  where: string,
): CompleteObject {
  const possible = new Map<unknown, GraphQLCompositeType>(
    [type, ...schema.getPossibleTypes(type)].map((one) => [one.name, one]),
  );
  possible.set(undefined, type);
  const compiled = new Map<unknown, CompleteObject>();

  const unknown: CompleteObject = (value, shaping, depth) => {
    const explained = shaping.lacking.get(value);
    if (explained === true) return undefined;
    if (explained === false || value.__typename !== type.name)
      return complain(shaping, depth, `${where} is of no type that it may have.`);
    const path = shaping.path.slice(0, depth);
    report(
      shaping.errors,
      () => new NoPlan(`The plan asks nobody for the type of ${where}.`, path),
    );
  };

  return (value, shaping, depth) => {
    const { __typename: name } = value;
    const known = compiled.get(name);
    if (known) return known(value, shaping, depth);
    const runtime = possible.get(name);
    const complete = (runtime && compile(runtime)) ?? unknown;
    if (runtime) compiled.set(name, complete);
    return complete(value, shaping, depth);
  };
}
