import { type DirectiveNode, type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';
import { isIncluded, switchesOf } from './conditions.ts';

/**
 * Takes out what `@skip(if: true)` and `@include(if: false)` leave out whatever the variables are: the
 * planner loses what stands beside it. A selection set may be empty then.
 */
export function withoutConstants(document: DocumentNode): DocumentNode {
  return visit(document, {
    Field: decided,
    FragmentSpread: decided,
    InlineFragment: {
      enter: decided,
      leave: ({ selectionSet }) => (selectionSet.selections.length === 0 ? null : undefined),
    },
  });
}

/** Null for what is never in; without its constants, what may be. */
function decided<Node extends SelectionNode>(node: Node): Node | null | undefined {
  const { directives = [] } = node;
  const constants = directives.filter(isConstant);
  if (constants.length === 0) return undefined;
  if (!isIncluded({ ...node, directives: constants }, {})) return null;
  return { ...node, directives: directives.filter((one) => !constants.includes(one)) };
}

const isConstant = (directive: DirectiveNode) =>
  ['skip', 'include'].includes(directive.name.value) &&
  switchesOf({ kind: Kind.FIELD, name: directive.name, directives: [directive] }).length === 0;
