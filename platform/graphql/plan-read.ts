import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getArgumentValues,
  getNamedType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { collectFields, responseKeyOf } from './collect-fields.ts';
import { isOfRepresentations } from './execute/variables.ts';
import { PLANNED_SELECT, type PlannedSelect, placed, rememberRelations } from './planned-select.ts';

type Include = Record<string, unknown>;
/** Fits the arguments of every model's reads: which relations there are, the schema's types have checked. */
type Plan = { readonly include?: Record<never, never> };
type Place = { readonly context: object; readonly info: GraphQLResolveInfo };

const setsOf = (nodes: readonly FieldNode[]) => nodes.map((node) => node.selectionSet);

/** What one field of a row needs, as entries of an `include`. */
function includeOf(
  select: PlannedSelect,
  nodes: readonly FieldNode[],
  type: GraphQLObjectType,
  place: Place,
): Include {
  const [node] = nodes;
  const field = node && type.getFields()[node.name.value];
  if (!node || !field) return {};
  const args = getArgumentValues(field, node, place.info.variableValues);
  const nested = (query?: unknown) => {
    const own = typeof query === 'function' ? query(args, place.context) : query;
    const below = getNamedType(field.type);
    const plan = isObjectType(below) ? planOf(below, setsOf(nodes), place) : {};
    return { ...(own === true ? {} : own), ...plan };
  };
  const made = typeof select === 'function' ? select(args, place.context, nested)?.select : select;
  const entries = Object.entries(made ?? {});
  for (const each of nodes)
    rememberRelations(
      each,
      entries.map(([name]) => name),
    );
  const key = responseKeyOf(node);
  return Object.fromEntries(entries.map(([name, wanted]) => [placed(name, key), wanted]));
}

function planOf(
  type: GraphQLObjectType,
  sets: readonly (SelectionSetNode | undefined)[],
  place: Place,
): Plan {
  const include: Include = {};
  for (const nodes of collectFields(type, sets, place.info).values()) {
    const field = type.getFields()[nodes[0]?.name.value ?? ''];
    const select = field?.extensions[PLANNED_SELECT] as PlannedSelect | undefined;
    if (select) Object.assign(include, includeOf(select, nodes, type, place));
  }
  return Object.keys(include).length > 0 ? { include } : {};
}

/** Follows the names of fields down from a field: a connection's `nodes`, whatever its alias. */
function descend(
  path: readonly string[],
  nodes: readonly FieldNode[],
  type: GraphQLObjectType,
  info: GraphQLResolveInfo,
): readonly FieldNode[] {
  const [name, ...rest] = path;
  if (!name) return nodes;
  const below = [...collectFields(type, setsOf(nodes), info).values()]
    .flat()
    .filter((node) => node.name.value === name);
  const next = getNamedType(type.getFields()[name]?.type);
  return next && isObjectType(next) ? descend(rest, below, next, info) : below;
}

const fixedPlans = new WeakMap<FieldNode, Map<string, Plan>>();

/** A context that says whether anybody looked into it. */
function watched(context: object) {
  const watch = { wasRead: false };
  const view = new Proxy(context, {
    get(target, name) {
      watch.wasRead = true;
      return Reflect.get(target, name);
    },
  });
  return { watch, view };
}

/** The gateway's representations choose rows, whatever they are called; no other variable may, if a plan is to hold for all. */
const hasNoVariables = ({ operation }: GraphQLResolveInfo): boolean =>
  (operation.variableDefinitions ?? []).every(({ type }) => isOfRepresentations(type));

/**
 * The relations that the selection at `info` needs of rows of `typeName`, as an `include` for a compiled
 * read: each place in the operation has its own entry, under {@link placed}. `path` leads to the
 * rows where they are not the field's own value. A plan that depends on the document alone is made once for it.
 */
export function planRead({
  context,
  info,
  typeName,
  path = [],
}: Place & { readonly typeName?: string; readonly path?: readonly string[] }): Plan {
  const [node] = info.fieldNodes;
  const key = [info.parentType.name, typeName ?? '', ...path].join('.');
  // Nodes that are merged here may be merged with others elsewhere.
  const isAlone = info.fieldNodes.length === 1;
  const known = isAlone && node ? fixedPlans.get(node)?.get(key) : undefined;
  if (known) return known;

  const root = getNamedType(info.returnType);
  const type = typeName ? info.schema.getType(typeName) : root;
  if (!isObjectType(type)) throw new Error(`There is no object type "${typeName}".`);
  const nodes = isObjectType(root) ? descend(path, info.fieldNodes, root, info) : info.fieldNodes;
  const { watch, view } = watched(context);
  const plan = planOf(type, setsOf(nodes), { context: view, info });
  if (node && isAlone && hasNoVariables(info) && !watch.wasRead) {
    const plans = fixedPlans.get(node) ?? new Map<string, Plan>();
    fixedPlans.set(node, plans.set(key, plan));
  }
  return plan;
}
