import {
  type ConstDirectiveNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
} from 'graphql';
import { DATA_CLASSES, type DataClass } from '../../platform/vocabulary.ts';

/** The classes of data that one SDL gives. */
export type Classes = {
  /** By type: what a type sets for its fields. */
  readonly types: ReadonlyMap<string, DataClass>;
  /** By coordinate, of every field of every object type: its own or its type's; null for none. */
  readonly fields: ReadonlyMap<string, DataClass | null>;
};

type ObjectType = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;
type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };

/** Apollo's own: they carry no data. */
const APOLLO_TYPES = ['_Service', '_Entity'];
const APOLLO_FIELDS = ['Query._entities', 'Query._service'];

export function readClasses(sdl: string): Classes {
  const objects = parse(sdl, { noLocation: true }).definitions.filter(
    (node): node is ObjectType =>
      (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) &&
      !APOLLO_TYPES.includes(node.name.value),
  );
  const types = new Map<string, DataClass>();
  for (const object of objects) {
    const own = ownClass(object);
    if (own) types.set(object.name.value, own);
  }
  return { types, fields: fieldClasses(objects, types) };
}

function fieldClasses(objects: readonly ObjectType[], types: ReadonlyMap<string, DataClass>) {
  const fields = new Map<string, DataClass | null>();
  for (const { name, fields: nodes = [] } of objects) {
    for (const node of nodes) {
      const coordinate = `${name.value}.${node.name.value}`;
      if (isExternal(node) || APOLLO_FIELDS.includes(coordinate)) continue;
      fields.set(coordinate, ownClass(node) ?? types.get(name.value) ?? null);
    }
  }
  return fields;
}

function ownClass({ directives = [] }: Directed): DataClass | null {
  const given = directives
    .find(({ name }) => name.value === 'classified')
    ?.arguments?.find(({ name }) => name.value === 'as')?.value;
  const name = given?.kind === Kind.ENUM ? given.value : null;
  return DATA_CLASSES.find((dataClass) => dataClass === name) ?? null;
}

/** A field that another subgraph answers: its class is said there. */
const isExternal = ({ directives = [] }: Directed) =>
  directives.some(({ name }) => name.value === 'external');
