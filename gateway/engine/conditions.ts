import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';

/** The values of the variables that `@skip` and `@include` name. */
export type Switches = Readonly<Record<string, unknown>>;

/** The response name of a `__typename` that is ours, and no part of the answer. */
export const PRESENCE = 'presence__';

export const presence: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: PRESENCE },
  name: { kind: Kind.NAME, value: '__typename' },
};

/** The variables that decide what of a document is in. */
export function switchesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      const value = isCondition(directive) ? ifArgument(directive) : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/**
 * A document with its conditions decided. Planning with conditions is where the planner errs: it takes
 * what they stand in for conditional too, or loses what stands beside them. An object of which nothing
 * is left is asked whether it is there.
 */
export function decide(document: DocumentNode, switches: Switches): DocumentNode {
  const enter = <Node extends SelectionNode>(node: Node) => decideSelection(node, switches);
  return visit(document, {
    Field: enter,
    FragmentSpread: enter,
    InlineFragment: {
      enter,
      leave: ({ selectionSet }) => (isEmpty(selectionSet) ? null : undefined),
    },
    SelectionSet: {
      leave: (set, _key, parent) =>
        isEmpty(set) && !isInlineFragment(parent) ? { ...set, selections: [presence] } : undefined,
    },
  });
}

/** Null for what is left out; without its conditions, what is in. */
function decideSelection<Node extends SelectionNode>(node: Node, switches: Switches) {
  const { directives = [] } = node;
  const conditions = directives.filter(isCondition);
  if (conditions.length === 0) return undefined;
  const isIn = conditions.every((one) => isOn(one, switches) === (one.name.value === 'include'));
  return isIn ? { ...node, directives: directives.filter((one) => !isCondition(one)) } : null;
}

const isCondition = ({ name }: DirectiveNode) => name.value === 'skip' || name.value === 'include';

const ifArgument = ({ arguments: args = [] }: DirectiveNode) =>
  args.find(({ name }) => name.value === 'if')?.value;

function isOn(condition: DirectiveNode, switches: Switches): boolean {
  const value = ifArgument(condition);
  if (value?.kind === Kind.BOOLEAN) return value.value;
  return value?.kind === Kind.VARIABLE && switches[value.name.value] === true;
}

const isEmpty = ({ selections }: SelectionSetNode) => selections.length === 0;

const isInlineFragment = (node: unknown) =>
  typeof node === 'object' && node !== null && 'kind' in node && node.kind === Kind.INLINE_FRAGMENT;
