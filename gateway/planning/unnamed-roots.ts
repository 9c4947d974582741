import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { Kind, parse, print, type SelectionNode, stripIgnoredCharacters, visit } from 'graphql';

const ROOT_FRAGMENT = /\.\.\. ?on (?:Query|Mutation)\b/;

/**
 * Takes the root type's name out of what a plan asks of a root: a subgraph may have another name for it,
 * which composition forgets, and nothing else can be meant there.
 */
export function unnameRoots(node: PlanNode): void {
  if (node.kind === 'Fetch') unnameRoot(node);
  else if (node.kind === 'Flatten') unnameRoots(node.node);
  else if (node.kind === 'Sequence' || node.kind === 'Parallel') node.nodes.forEach(unnameRoots);
}

function unnameRoot(fetch: FetchNode): void {
  if (fetch.requires || !ROOT_FRAGMENT.test(fetch.operation)) return;
  const document = visit(parse(fetch.operation, { noLocation: true }), {
    Field: () => false,
    FragmentDefinition: () => false,
    OperationDefinition: ({ selectionSet, ...operation }) => ({
      ...operation,
      selectionSet: { ...selectionSet, selections: selectionSet.selections.map(unnamed) },
    }),
  });
  fetch.operation = stripIgnoredCharacters(print(document));
}

const unnamed = (selection: SelectionNode): SelectionNode =>
  selection.kind === Kind.INLINE_FRAGMENT ? { ...selection, typeCondition: undefined } : selection;
