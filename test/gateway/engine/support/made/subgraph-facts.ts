import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
  visit,
} from 'graphql';

export type Key = { readonly selections: SelectionSetNode; readonly isResolvable: boolean };

/** What one subgraph says of one field. */
export type FieldFacts = {
  readonly subgraph: SubgraphFacts;
  readonly field: GraphQLField<unknown, unknown>;
  readonly isExternal: boolean;
  readonly requires: SelectionSetNode | null;
  readonly provides: SelectionSetNode | null;
  readonly override: { readonly from: string; readonly label: string | null } | null;
};

/** What one subgraph's SDL says. */
export type SubgraphFacts = {
  readonly name: string;
  readonly schema: GraphQLSchema;
  /** The same without a `!` on what fields give: for answers that a right subgraph would not give. */
  readonly lenient: GraphQLSchema;
  readonly keys: ReadonlyMap<string, readonly Key[]>;
  readonly interfaceObjects: ReadonlySet<string>;
  /** By `Type.field`. */
  readonly fields: ReadonlyMap<string, FieldFacts>;
};

type TypeNodeWithFields =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;
type ResolveReference = (reference: unknown, context: unknown) => unknown;
type Find = (type: string, ...of: Parameters<ResolveReference>) => unknown;

export function readSubgraph(name: string, sdl: string, find: Find): SubgraphFacts {
  const document = parse(sdl);
  const types = document.definitions.filter(hasFields);
  const keys = new Map<string, Key[]>();
  for (const type of types)
    keys.set(type.name.value, [...(keys.get(type.name.value) ?? []), ...keysOf(type)]);
  const resolvers = Object.fromEntries(
    [...keys].flatMap(([type, ofType]) =>
      ofType.some(({ isResolvable }) => isResolvable)
        ? [[type, { __resolveReference: find.bind(null, type) satisfies ResolveReference }]]
        : [],
    ),
  );
  const fields = new Map<string, FieldFacts>();
  const subgraph: SubgraphFacts = {
    name,
    schema: buildSubgraphSchema({ typeDefs: document, resolvers }),
    lenient: buildSubgraphSchema({ typeDefs: withoutNonNull(document), resolvers }),
    keys,
    interfaceObjects: new Set(types.filter(isInterfaceObject).map((type) => type.name.value)),
    fields,
  };
  for (const type of types) {
    for (const node of type.fields ?? []) {
      const { value } = type.name;
      fields.set(`${value}.${node.name.value}`, readField(subgraph, value, node));
    }
  }
  return subgraph;
}

function readField(
  subgraph: SubgraphFacts,
  typeName: string,
  { name, directives = [] }: FieldDefinitionNode,
): FieldFacts {
  const type = subgraph.schema.getType(typeName);
  const field =
    isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value] : undefined;
  if (!field) throw new Error(`The subgraph "${subgraph.name}" has no ${typeName}.${name.value}.`);
  const override = directives.find(isNamed('override'));
  return {
    subgraph,
    field,
    isExternal: directives.some(isNamed('external')),
    requires: selectionsOf(directives.find(isNamed('requires'))),
    provides: selectionsOf(directives.find(isNamed('provides'))),
    override: override
      ? { from: String(argumentOf(override, 'from')), label: labelOf(override) }
      : null,
  };
}

const hasFields = (node: { readonly kind: Kind }): node is TypeNodeWithFields =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION ||
  node.kind === Kind.OBJECT_TYPE_EXTENSION ||
  node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
  node.kind === Kind.INTERFACE_TYPE_EXTENSION;

const isNamed =
  (wanted: string) =>
  ({ name }: ConstDirectiveNode) =>
    name.value === wanted;

const isInterfaceObject = ({ directives = [] }: TypeNodeWithFields) =>
  directives.some(isNamed('interfaceObject'));

const keysOf = ({ directives = [] }: TypeNodeWithFields): Key[] =>
  directives.filter(isNamed('key')).flatMap((directive) => {
    const selections = selectionsOf(directive);
    return selections
      ? [{ selections, isResolvable: argumentOf(directive, 'resolvable') !== false }]
      : [];
  });

function labelOf(override: ConstDirectiveNode): string | null {
  const label = argumentOf(override, 'label');
  return typeof label === 'string' ? label : null;
}

function argumentOf(directive: ConstDirectiveNode, wanted: string): unknown {
  const value = directive.arguments?.find(({ name }) => name.value === wanted)?.value;
  return value && 'value' in value ? value.value : undefined;
}

function selectionsOf(directive: ConstDirectiveNode | undefined): SelectionSetNode | null {
  const fields = directive && argumentOf(directive, 'fields');
  if (typeof fields !== 'string') return null;
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : null;
}

function withoutNonNull(document: DocumentNode): DocumentNode {
  return visit(document, {
    FieldDefinition: { leave: (field) => ({ ...field, type: nullable(field.type) }) },
  });
}

function nullable(type: TypeNode): TypeNode {
  if (type.kind === Kind.NON_NULL_TYPE) return nullable(type.type);
  return type.kind === Kind.LIST_TYPE ? { ...type, type: nullable(type.type) } : type;
}
