import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Place = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues'>;
type CollectedFields = Map<string, FieldNode[]>;

export const responseKeyOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

function isSkipped(node: SelectionNode, { variableValues }: Place): boolean {
  if (!node.directives?.length) return false;
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variableValues);
  return skip?.if === true || include?.if === false;
}

function fits(typeName: string | undefined, type: GraphQLObjectType, { schema }: Place): boolean {
  if (!typeName || typeName === type.name) return true;
  const condition = schema.getType(typeName);
  return isAbstractType(condition) && schema.isSubType(condition, type);
}

/** The selections of a fragment; of a named one only once, however often it is spread. */
function opened(
  node: Exclude<SelectionNode, FieldNode>,
  type: GraphQLObjectType,
  place: Place,
  seen: Set<string>,
): SelectionSetNode | undefined {
  if (node.kind === 'InlineFragment')
    return fits(node.typeCondition?.name.value, type, place) ? node.selectionSet : undefined;
  const name = node.name.value;
  if (seen.has(name)) return undefined;
  seen.add(name);
  const fragment = place.fragments[name];
  return fragment && fits(fragment.typeCondition.name.value, type, place)
    ? fragment.selectionSet
    : undefined;
}

/** The fields asked of a type, by the key of their answer, with fragments opened: as the specification collects them. */
export function collectFields(
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
  place: Place,
  fields: CollectedFields = new Map(),
  seen = new Set<string>(),
): CollectedFields {
  for (const node of sets.flatMap((set) => set?.selections ?? [])) {
    if (isSkipped(node, place)) continue;
    if (node.kind === 'Field') {
      const key = responseKeyOf(node);
      const nodes = fields.get(key);
      if (nodes) nodes.push(node);
      else fields.set(key, [node]);
    } else collectFields(type, [opened(node, type, place, seen)], place, fields, seen);
  }
  return fields;
}
