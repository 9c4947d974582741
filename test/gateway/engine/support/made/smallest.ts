import {
  type DocumentNode,
  parse,
  print,
  type SelectionNode,
  separateOperations,
  visit,
} from 'graphql';
import type { AnOperation } from './made-graph.ts';

/**
 * The smallest operation that is still wrong: selections are taken away, one after another, for as long
 * as it stays so. For whoever has to find out why.
 */
export async function smallest(
  operation: AnOperation,
  isStillWrong: (operation: AnOperation) => Promise<boolean>,
): Promise<AnOperation> {
  for (let index = 0; ; index++) {
    const less = without(operation, index);
    if (!less) return operation;
    if (isReadable(less) && (await isStillWrong(less))) return await smallest(less, isStillWrong);
  }
}

/** What has lost its last selection is no document. */
function isReadable({ text }: AnOperation): boolean {
  try {
    return parse(text).definitions.length > 0;
  } catch {
    return false;
  }
}

/** An operation without one of its selections; null where it has no more. */
function without({ text, variables }: AnOperation, index: number): AnOperation | null {
  let left = index;
  const drop = (_node: SelectionNode) => (left-- === 0 ? null : undefined);
  const enter = { enter: drop };
  const document: DocumentNode = visit(parse(text), {
    Field: enter,
    FragmentSpread: enter,
    InlineFragment: enter,
  });
  if (left >= 0) return null;
  const whole = withoutUnused(document);
  const used = Object.entries(variables).filter(([name]) => whole.includes(`$${name}`));
  return { text: whole, variables: Object.fromEntries(used) };
}

/** Without fragments and variables that nothing names. */
function withoutUnused(document: DocumentNode): string {
  const [only = document] = Object.values(separateOperations(document));
  const used = new Set<string>();
  visit(only, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(name.value),
  });
  const VariableDefinition = {
    enter: ({ variable }: { readonly variable: { readonly name: { readonly value: string } } }) =>
      used.has(variable.name.value) ? undefined : null,
  };
  return print(visit(only, { VariableDefinition }));
}
