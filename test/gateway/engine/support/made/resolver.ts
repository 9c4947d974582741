import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLNullableType,
  type GraphQLResolveInfo,
  getNullableType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import type { Federation } from './federation.ts';
import { hashOf, pick } from './hash.ts';
import { isTold, project, projectTold, type Told } from './projection.ts';
import type { FieldFacts, Key, SubgraphFacts } from './subgraph-facts.ts';
import { LEFT_OUT, Misshapen, type Trouble } from './trouble.ts';
import { type Being, isBeing, type World } from './world.ts';

/** One request, as the resolvers of the one schema or of one subgraph see it. */
export type Asking = {
  /** Null is the one schema. */
  readonly subgraph: SubgraphFacts | null;
  readonly trouble: Trouble;
  readonly labelsOn: ReadonlySet<string>;
  /** Shared by all who answer one request. */
  readonly progress: { version: number };
};

type Args = Readonly<Record<string, unknown>>;
/** An entity that was found for a representation. */
type Found = Being & { readonly told?: Told };

/** Answers every field of every schema of a graph, and finds its entities. */
export function createResolvers(federation: Federation, world: World) {
  const { definersOf, isKey, isRequired, familyOf } = federation;

  /** A subgraph with an interface object knows no types below the interface. */
  function seenBy(subgraph: SubgraphFacts | null, value: unknown): unknown {
    if (!subgraph || subgraph.interfaceObjects.size === 0) return value;
    if (Array.isArray(value)) return value.map((item) => seenBy(subgraph, item));
    if (!isBeing(value)) return value;
    const family = familyOf(value.__typename) ?? '';
    return subgraph.interfaceObjects.has(family) ? { ...value, __typename: family } : value;
  }

  /** The value of a field where all is well, or null. */
  function valueAt(asking: Asking, being: Found, type: string, field: string, args: Args): unknown {
    const { subgraph, trouble, progress } = asking;
    const told = toldTo(asking, being, type, field);
    const troubled = canBeNull(type, field) && trouble(`${type}.${field}`, being.id) === 'null';
    if (troubled) return null;
    const { version } = progress;
    return seenBy(subgraph, world.valueAt({ being, type, field, args, version, told }));
  }

  const canBeNull = (type: string, field: string) =>
    !isKey(type, field) && definersOf(type, field).every((one) => !isNonNullType(one.field.type));

  /** What a field requires of its object: as its subgraph was told, or as it is. */
  function toldTo(asking: Asking, being: Found, type: string, field: string): unknown {
    const facts = definersOf(type, field).find(({ requires }) => requires);
    if (!facts?.requires) return null;
    if (asking.subgraph)
      return projectTold(being.told ?? {}, type, facts.requires, schemaOf(facts));
    return projectIn(facts.subgraph, being, facts.requires, asking);
  }

  const schemaOf = ({ subgraph }: FieldFacts) => subgraph.schema;

  function projectIn(
    subgraph: SubgraphFacts,
    being: Being,
    selections: Key['selections'],
    asking: Pick<Asking, 'trouble' | 'labelsOn' | 'progress'>,
  ): unknown {
    const outside: Asking = { ...asking, subgraph: null };
    return project(
      seenBy(subgraph, being) as Being,
      selections,
      subgraph.schema,
      (source, type, field, args) => seenBy(subgraph, valueAt(outside, source, type, field, args)),
    );
  }

  /** The entity of a representation, by the first of its subgraph's keys that was given whole. */
  function findEntity(subgraph: SubgraphFacts, type: string, reference: unknown, asking: Asking) {
    if (!isTold(reference)) throw new GraphQLError('A representation is no object.');
    const key = (subgraph.keys.get(type) ?? []).find(
      (one) => one.isResolvable && isGiven(reference, type, subgraph, one),
    );
    if (!key) throw new GraphQLError(`"${subgraph.name}" finds no ${type} by this key.`);
    const wanted = JSON.stringify(projectTold(reference, type, key.selections, subgraph.schema));
    const found = world
      .entitiesOf(type)
      .find((one) => JSON.stringify(projectIn(subgraph, one, key.selections, asking)) === wanted);
    if (!found) throw new GraphQLError(`There is no ${type} ${wanted}.`);
    return { ...(seenBy(subgraph, found) as Being), told: reference };
  }

  const resolveField: GraphQLFieldResolver<unknown, Asking> = (source, args, asking, info) => {
    const { subgraph, progress, labelsOn } = asking;
    const { fieldName: field } = info;
    const type = info.parentType.name;
    if (info.parentType === info.schema.getMutationType()) progress.version++;
    if (subgraph) refuseToResolve(federation, subgraph, type, field, labelsOn);
    const being = isBeing(source) ? source : { __typename: type, id: type, number: 0 };
    const value = valueAt(asking, being, type, field, args);
    if (!isKey(type, field) && !isRequired(type, field)) goWrong(asking, being, info);
    return value;
  };

  return { resolveField, findEntity };
}

function goWrong({ trouble }: Asking, { id }: Being, info: GraphQLResolveInfo): void {
  const coordinate = `${info.parentType.name}.${info.fieldName}`;
  const wrong = trouble(coordinate, id);
  if (wrong === 'throw') throw new GraphQLError(`Trouble at ${coordinate}.`);
  if (wrong === 'misshapen') throw new Misshapen(misshapen(info));
}

/** Whether all of a key was given. */
function isGiven(reference: Told, type: string, { schema }: SubgraphFacts, key: Key): boolean {
  try {
    projectTold(reference, type, key.selections, schema);
    return true;
  } catch {
    return false;
  }
}

/** A subgraph is not asked for what it does not own: it could only be wrong. */
function refuseToResolve(
  { definersOf, isKey, isProvided }: Federation,
  subgraph: SubgraphFacts,
  type: string,
  field: string,
  labelsOn: ReadonlySet<string>,
): void {
  const facts = subgraph.fields.get(`${type}.${field}`);
  if (facts?.isExternal && !isKey(type, field) && !isProvided(subgraph.name, type, field))
    throw new GraphQLError(`${type}.${field} is external to "${subgraph.name}".`);
  for (const { override, subgraph: other } of definersOf(type, field)) {
    if (!override?.label) continue;
    const isOn = labelsOn.has(override.label);
    if (other === subgraph ? !isOn : isOn && override.from === subgraph.name)
      throw new GraphQLError(`${type}.${field} is not in "${subgraph.name}" now.`);
  }
}

/** What cannot be a value of a field. A custom scalar may be anything: undefined. */
function misshapen({ returnType, parentType, fieldName }: GraphQLResolveInfo): unknown {
  const type = getNullableType(returnType);
  if (isScalarType(type) && !isSpecifiedScalarType(type)) return undefined;
  return pick([LEFT_OUT, ...wrongFor(type)], hashOf(`${parentType.name}.${fieldName}`));
}

function wrongFor(type: GraphQLNullableType): readonly unknown[] {
  if (isListType(type)) return ['a text', {}];
  if (isEnumType(type)) return ['NO_SUCH_VALUE', 7];
  return isScalarType(type) ? [{}, []] : ['a text', []];
}
