import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getNamedType,
  type InlineFragmentNode,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { ClientOperation } from './client-operation.ts';
import { presence } from './conditions.ts';
import type { InterfaceObjects } from './interface-objects.ts';

export type WriteTypes = (operation: ClientOperation) => ClientOperation;

/** Selections that an operation may have with its types written out: ten times what a document may have. */
const SELECTIONS_WRITTEN = 20_000;

/** The object types that an object may be of. Null where no interface object gave it, so that it does not matter. */
type Among = ReadonlySet<string> | null;

/**
 * A subgraph with an interface object knows none of its types, and the planner fails where such an object
 * is asked under the condition of another interface or of a union. Each type that the condition is for
 * is written out instead.
 */
export function createWriteTypes(
  schema: GraphQLSchema,
  { areThere, givenBy }: InterfaceObjects,
): WriteTypes {
  if (!areThere) return (operation) => operation;

  return (operation) => {
    const { definition, fragments } = operation;
    let hasWritten = false;
    let selections = 0;

    function writeField(type: string, field: FieldNode): FieldNode {
      if (!field.selectionSet) return field;
      const given = givenOf(schema, type, field.name.value);
      const top = givenBy(type, field.name.value, given);
      const among = top && objectsOf(schema, top.name);
      const written = writeSet(given, field.selectionSet, among);
      return { ...field, selectionSet: setOf(written.length > 0 ? written : [presence]) };
    }

    function writeSet(type: string, set: SelectionSetNode, among: Among): SelectionNode[] {
      selections += set.selections.length;
      if (selections > SELECTIONS_WRITTEN) throw tooMany();
      return set.selections.flatMap((one): SelectionNode[] => {
        if (one.kind === Kind.FIELD) return [writeField(type, one)];
        const fragment = one.kind === Kind.INLINE_FRAGMENT ? one : fragments.get(one.name.value);
        return fragment ? writeFragment(type, fragment, among) : [];
      });
    }

    function writeFragment(
      type: string,
      { typeCondition, selectionSet }: InlineFragmentNode | FragmentDefinitionNode,
      among: Among,
    ): InlineFragmentNode[] {
      const condition = typeCondition?.name.value ?? type;
      if (!among) return fragmentOf(condition, writeSet(condition, selectionSet, null));
      if (isWithin(schema, type, condition))
        return fragmentOf(type, writeSet(type, selectionSet, among));
      const types = [...objectsOf(schema, condition)].filter((one) => among.has(one));
      if (!types.includes(condition)) hasWritten = true;
      return types.flatMap((one) => fragmentOf(one, writeSet(one, selectionSet, new Set([one]))));
    }

    const root = schema.getRootType(definition.operation)?.name ?? '';
    const selectionSet = setOf(writeSet(root, definition.selectionSet, null));
    if (!hasWritten) return operation;
    const whole = { ...definition, selectionSet };
    return {
      ...operation,
      document: { ...operation.document, definitions: [whole] },
      definition: whole,
      fragments: new Map(),
    };
  };
}

const setOf = (selections: readonly SelectionNode[]): SelectionSetNode => ({
  kind: Kind.SELECTION_SET,
  selections,
});

/** None where nothing is selected. */
const fragmentOf = (type: string, selections: readonly SelectionNode[]): InlineFragmentNode[] =>
  selections.length === 0
    ? []
    : [
        {
          kind: Kind.INLINE_FRAGMENT,
          typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
          selectionSet: setOf(selections),
        },
      ];

function givenOf(schema: GraphQLSchema, name: string, field: string): string {
  const type = schema.getType(name);
  const found = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined;
  return found ? getNamedType(found.type).name : '';
}

function objectsOf(schema: GraphQLSchema, name: string): ReadonlySet<string> {
  const type = schema.getType(name);
  if (!isAbstractType(type)) return new Set([name]);
  return new Set(schema.getPossibleTypes(type).map((one) => one.name));
}

/** Whether every object of a type satisfies a condition, so that the condition says nothing. */
function isWithin(schema: GraphQLSchema, name: string, condition: string): boolean {
  if (name === condition) return true;
  const [type, above] = [schema.getType(name), schema.getType(condition)];
  const isBelow = isObjectType(type) || isInterfaceType(type);
  return (
    isBelow && isCompositeType(above) && isAbstractType(above) && schema.isSubType(above, type)
  );
}

const tooMany = () =>
  new GraphQLError(
    `With the types of its interfaces and unions written out, the document selects more than ${SELECTIONS_WRITTEN} times. Select less below interfaces.`,
    { extensions: { code: 'DOCUMENT_TOO_COMPLEX', limit: SELECTIONS_WRITTEN } },
  );
