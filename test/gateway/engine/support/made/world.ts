import {
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLOutputType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import type { Federation } from './federation.ts';
import { hashOf, pick } from './hash.ts';
import type { FieldFacts, SubgraphFacts } from './subgraph-facts.ts';

/** An object of the made-up data. Its type and its name decide everything else about it. */
export type Being = {
  readonly __typename: string;
  readonly id: string;
  /** Which of its family an entity is; of the parts of its key, too. */
  readonly number: number;
};

export type Question = {
  readonly being: Being;
  readonly type: string;
  readonly field: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** How many mutations were before: what a field says is another after each. */
  readonly version: number;
  /** What the field requires of its object. */
  readonly told: unknown;
};

export type World = {
  readonly valueAt: (question: Question) => unknown;
  /** Every entity of a type. */
  readonly entitiesOf: (type: string) => readonly Being[];
};

/** What several subgraphs say of the type of one field; the value fits them all. */
type Shapes = readonly { readonly subgraph: SubgraphFacts; readonly type: GraphQLOutputType }[];

const ENTITIES_OF_A_FAMILY = 6;
/** Of so many values that may be null, one is. */
const ONE_IN_IS_NULL = 9;
const LENGTHS = [0, 1, 1, 2, 2, 3];

export const isBeing = (value: unknown): value is Being =>
  typeof value === 'object' && value !== null && '__typename' in value && 'number' in value;

/** Data without an end, for any subgraphs: each value is made of the object, the field and the arguments. */
export function createWorld(federation: Federation): World {
  const { familyOf, isKey, definersOf, objectsOf, apiSchema } = federation;

  const entities = new Map<string, readonly Being[]>();
  function entitiesOf(type: string): readonly Being[] {
    const known = entities.get(type);
    if (known) return known;
    const family = familyOf(type) ?? type;
    const types = typesOfFamily(family);
    const found = Array.from({ length: ENTITIES_OF_A_FAMILY }, (_, number): Being => {
      const __typename = pick(types, number);
      return { __typename, id: `${family}:${number}`, number };
    }).filter(({ __typename }) => type === family || __typename === type);
    entities.set(type, found);
    return found;
  }

  function typesOfFamily(family: string): readonly string[] {
    const type = apiSchema.getType(family);
    return isInterfaceType(type)
      ? apiSchema.getPossibleTypes(type).map(({ name }) => name)
      : [family];
  }

  function valueAt({ being, type, field, args, version, told }: Question): unknown {
    const facts = definersOf(type, field);
    const isOfKey = isKey(type, field);
    const seed = JSON.stringify([being.id, field, args, isOfKey ? 0 : version, told]);
    return make(facts.map(shapeOf), seed, isOfKey ? being.number : null);
  }

  /** `key` is the number of the entity of whose key the value is a part. */
  function make(shapes: Shapes, seed: string, key: number | null): unknown {
    const hash = hashOf(seed);
    const mayBeNull = shapes.every(({ type }) => !isNonNullType(type));
    if (mayBeNull && key === null && hash % ONE_IN_IS_NULL === 0) return null;
    const below = shapes.map(withoutNonNull);
    const items = below.flatMap(({ subgraph, type }) =>
      isListType(type) ? [{ subgraph, type: type.ofType as GraphQLOutputType }] : [],
    );
    if (items.length > 0)
      return Array.from({ length: pick(LENGTHS, hash >>> 4) }, (_, index) =>
        make(items, `${seed}/${index}`, null),
      );
    return makeNamed(below, seed, key ?? hash);
  }

  function makeNamed(shapes: Shapes, seed: string, number: number): unknown {
    const [first] = shapes;
    if (first && isLeafType(first.type))
      return leafOf(first.type, enumValues(shapes), seed, number);
    const [of = [], ...others] = shapes.map(({ subgraph, type }) =>
      objectsOf(subgraph, (type as GraphQLNamedType).name),
    );
    const possible = of.filter((name) => others.every((names) => names.includes(name)));
    const __typename = pick(possible, hashOf(seed) >>> 5);
    if (familyOf(__typename) !== null) return pick(entitiesOf(__typename), number);
    return { __typename, id: `~${hashOf(seed)}`, number };
  }

  return { valueAt, entitiesOf };
}

const shapeOf = ({ subgraph, field }: FieldFacts) => ({ subgraph, type: field.type });

const withoutNonNull = ({ subgraph, type }: Shapes[number]) => ({
  subgraph,
  type: isNonNullType(type) ? (type.ofType as GraphQLOutputType) : type,
});

/** The values that every subgraph knows. */
function enumValues(shapes: Shapes): readonly string[] {
  const [first = [], ...others] = shapes.map(({ type }) =>
    isEnumType(type) ? type.getValues().map(({ name }) => name) : [],
  );
  return first.filter((name) => others.every((names) => names.includes(name)));
}

const BUILT_IN: Readonly<Record<string, (hash: number) => unknown>> = {
  Int: (hash) => (hash % 5 === 0 ? 0 : (hash % 20_000) - 10_000),
  Float: (hash) => (hash % 5 === 0 ? 0 : (hash % 20_000) / 8),
  Boolean: (hash) => hash % 2 === 0,
  String: (hash) => (hash % 7 === 0 ? '' : `text "${hash}"`),
};

/** Custom scalars are texts, and now and then what only they can be. */
const CUSTOM: readonly ((hash: number) => unknown)[] = [
  (hash) => `scalar ${hash}`,
  (hash) => hash,
  (hash) => ({ __typename: 'Nothing', hash, list: [hash, null, { deep: false }] }),
  (hash) => [hash, [], {}],
  () => false,
];

function leafOf(
  type: GraphQLLeafType,
  values: readonly string[],
  seed: string,
  number: number,
): unknown {
  if (isEnumType(type)) return pick(values, number);
  const hash = hashOf(`${seed} leaf`);
  if (type.name === 'ID') return `id ${hash}`;
  return (BUILT_IN[type.name] ?? pick(CUSTOM, hash >>> 7))(hash);
}
