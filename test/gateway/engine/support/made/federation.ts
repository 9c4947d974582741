import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { selectedFields } from './selected-fields.ts';
import type { FieldFacts, SubgraphFacts } from './subgraph-facts.ts';

/** What the subgraphs of one graph say together. */
export type Federation = {
  readonly subgraphs: ReadonlyMap<string, SubgraphFacts>;
  readonly apiSchema: GraphQLSchema;
  /** What the subgraphs say of a field that they resolve; of one of an interface object's, under either name. */
  readonly definersOf: (type: string, field: string) => readonly FieldFacts[];
  /** Whether entities are found by a field: it is never null, and never in trouble. */
  readonly isKey: (type: string, field: string) => boolean;
  /** Whether a field is read between subgraphs, so that its trouble can be null at most. */
  readonly isRequired: (type: string, field: string) => boolean;
  readonly isProvided: (subgraph: string, type: string, field: string) => boolean;
  /** The name that all entities share which could be one; null for what is no entity. */
  readonly familyOf: (type: string) => string | null;
  /** The object types that an object of a type may be, as a subgraph sees it. */
  readonly objectsOf: (subgraph: SubgraphFacts, type: string) => readonly string[];
};

export function createFederation(
  subgraphs: ReadonlyMap<string, SubgraphFacts>,
  apiSchema: GraphQLSchema,
): Federation {
  const all = [...subgraphs.values()];
  const asInterfaceObject = new Set(all.flatMap((one) => [...one.interfaceObjects]));
  const definers = new Map<string, readonly FieldFacts[]>();

  const objectsOf = (subgraph: SubgraphFacts, type: string): readonly string[] =>
    subgraph.interfaceObjects.has(type)
      ? objectsBelow(apiSchema, type)
      : objectsBelow(subgraph.schema, type);

  const namesOf = (type: string): readonly string[] => [
    type,
    ...(asInterfaceObject.has(type) ? objectsBelow(apiSchema, type) : []),
    ...interfacesOf(apiSchema, type).filter((one) => asInterfaceObject.has(one)),
  ];

  function definersOf(type: string, field: string): readonly FieldFacts[] {
    const coordinate = `${type}.${field}`;
    const known = definers.get(coordinate);
    if (known) return known;
    const said = namesOf(type).flatMap((name) =>
      all.flatMap(({ fields }) => fields.get(`${name}.${field}`) ?? []),
    );
    const moved = new Set(
      said.flatMap(({ override }) => (override && !override.label ? [override.from] : [])),
    );
    const own = said.filter(({ isExternal, subgraph }) => !isExternal && !moved.has(subgraph.name));
    const found = own.length > 0 ? own : said;
    definers.set(coordinate, found);
    return found;
  }

  const { keys, required, provided } = selectedFields(all, (subgraph, type) => [
    ...namesOf(type),
    ...objectsOf(subgraph, type),
  ]);

  const isEntity = (type: string) => all.some(({ keys: known }) => known.get(type)?.length);
  return {
    subgraphs,
    apiSchema,
    definersOf,
    isKey: (type, field) => keys.has(`${type}.${field}`),
    isRequired: (type, field) => required.has(`${type}.${field}`),
    isProvided: (subgraph, type, field) => provided.has(`${subgraph} ${type}.${field}`),
    familyOf: (type) =>
      interfacesOf(apiSchema, type).find(isEntity) ?? (isEntity(type) ? type : null),
    objectsOf,
  };
}

function objectsBelow(schema: GraphQLSchema, name: string): readonly string[] {
  const type: GraphQLNamedType | undefined = schema.getType(name);
  if (!isAbstractType(type)) return [name];
  return schema.getPossibleTypes(type).map((one) => one.name);
}

function interfacesOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = schema.getType(name);
  return isObjectType(type) || isInterfaceType(type)
    ? type.getInterfaces().map((one) => one.name)
    : [];
}
