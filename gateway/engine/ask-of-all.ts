import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type ClientOperation, fragmentsOf } from './client-operation.ts';
import { presence } from './conditions.ts';
import type { InterfaceObjects } from './interface-objects.ts';

/** An operation, and what of it is planned. */
export type Planned = ClientOperation & { readonly planned: ClientOperation['document'] };
export type AskOfAll = (operation: ClientOperation) => Planned;

/** Where an interface is all that is known of objects. */
type Scope = {
  readonly top: GraphQLInterfaceType;
  /** Whether what is read now is asked of some of the objects only. */
  readonly isOfSome: boolean;
  /** What is asked of all of them instead. */
  readonly asked: FieldNode[];
};

/**
 * A subgraph with an interface object cannot tell its types apart. Where a client asks of one type only
 * what such a subgraph gives, the planner errs: it asks by a key that nothing is found by, forgets the
 * key, or never ends. So it is asked of all, and written for those of which the client asked it.
 */
export function createAskOfAll(
  apiSchema: GraphQLSchema,
  { areThere, give, givenBy }: InterfaceObjects,
): AskOfAll {
  if (!areThere) return (operation) => ({ ...operation, planned: operation.document });

  return (operation) => {
    const named = withOwnNames(operation);
    let hasMoved = false;

    function planField(type: string, field: FieldNode): FieldNode {
      if (!field.selectionSet) return field;
      const given = givenOf(type, field.name.value);
      const top = givenBy(type, field.name.value, given);
      const scope: Scope | null = top && { top, isOfSome: false, asked: [] };
      const selections = planSet(given, field.selectionSet, scope);
      return {
        ...field,
        selectionSet: {
          ...field.selectionSet,
          selections: [...selections, ...(scope?.asked ?? [])],
        },
      };
    }

    const planSet = (
      type: string,
      { selections }: SelectionSetNode,
      scope: Scope | null,
    ): SelectionNode[] => selections.flatMap((one) => planSelection(type, one, scope));

    function planSelection(
      type: string,
      selection: SelectionNode,
      scope: Scope | null,
    ): SelectionNode[] {
      if (selection.kind === Kind.FIELD) return [planOne(type, selection, scope)];
      const fragment =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection
          : named.fragments.get(selection.name.value);
      return fragment ? [planFragment(type, fragment, scope)] : [];
    }

    function planOne(type: string, node: FieldNode, scope: Scope | null): FieldNode {
      const field = planField(type, node);
      if (!scope?.isOfSome || !isKnownOfAll(field.name.value, scope)) return field;
      hasMoved = true;
      scope.asked.push(field);
      return presence;
    }

    function planFragment(
      type: string,
      { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
      scope: Scope | null,
    ): InlineFragmentNode {
      const condition = typeCondition?.name.value ?? type;
      const isOfSome = scope?.isOfSome || condition !== scope?.top.name;
      const selections = planSet(condition, selectionSet, scope && { ...scope, isOfSome });
      return {
        kind: Kind.INLINE_FRAGMENT,
        ...(typeCondition && { typeCondition }),
        selectionSet: { ...selectionSet, selections },
      };
    }

    const isKnownOfAll = (field: string, { top }: Scope) =>
      field in top.getFields() && give(top.name, field);

    const { definition } = named;
    const root = apiSchema.getRootType(definition.operation)?.name ?? '';
    const selections = planSet(root, definition.selectionSet, null);
    if (!hasMoved) return { ...operation, planned: operation.document };
    const whole: OperationDefinitionNode = {
      ...definition,
      selectionSet: { ...definition.selectionSet, selections },
    };
    return { ...named, planned: { ...named.document, definitions: [whole] } };
  };

  function givenOf(name: string, field: string): string {
    const type = apiSchema.getType(name);
    const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
    return found ? getNamedType(found.type).name : '';
  }

  /**
   * What interface objects give, each under a name of its own: asked of all, it meets what was asked of
   * others under the same alias.
   */
  function withOwnNames(operation: ClientOperation): ClientOperation {
    const info = new TypeInfo(apiSchema);
    const names = new Map<string, string>();
    const clientNames = new Map(operation.clientNames);
    const nameFor = namesBeside(operation.document);
    const leave = (node: FieldNode): FieldNode | undefined => {
      const type = info.getParentType();
      if (!type || !give(type.name, node.name.value)) return undefined;
      const response = (node.alias ?? node.name).value;
      const which = `${response} ${askedFor(node)}`;
      const value = names.get(which) ?? nameFor(response);
      names.set(which, value);
      clientNames.set(value, operation.clientNames.get(response) ?? response);
      return { ...node, alias: { kind: Kind.NAME, value } };
    };
    const document = visit(operation.document, visitWithTypeInfo(info, { Field: { leave } }));
    const definition = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
    if (!definition) return operation;
    const fragments: ReadonlyMap<string, FragmentDefinitionNode> = fragmentsOf(document);
    return { ...operation, document, definition, fragments, clientNames };
  }
}

/** Names that no field of a document has. */
function namesBeside(document: DocumentNode): (response: string) => string {
  const taken = new Set<string>();
  visit(document, { Field: ({ alias, name }) => void taken.add((alias ?? name).value) });
  return (response) => {
    let number = 0;
    while (taken.has(`${response}__of_all_${number}`)) number++;
    const name = `${response}__of_all_${number}`;
    taken.add(name);
    return name;
  };
}

/** A field with its arguments, however they are ordered. */
const askedFor = ({ name, arguments: args = [] }: FieldNode) =>
  [name.value, ...args.map((one) => print(one)).sort()].join(' ');
