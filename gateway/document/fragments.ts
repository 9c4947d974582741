import { type DefinitionNode, type FragmentDefinitionNode, GraphQLError, Kind } from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** Fragments by name. Throws where two have one name: only one of them would be measured. */
export function readFragments(definitions: readonly DefinitionNode[]): Fragments {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions) {
    if (one.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const name = one.name.value;
    if (fragments.has(name)) throw invalid(one, `There can be only one fragment named "${name}".`);
    fragments.set(name, one);
  }
  return fragments;
}

/** Validation reads every fragment, and what no operation uses was not measured. */
export function refuseUnused(fragments: Fragments, isUsed: (name: string) => boolean): void {
  for (const [name, fragment] of fragments)
    if (!isUsed(name)) throw invalid(fragment, `Fragment "${name}" is never used.`);
}

export const spreadsItself = (fragment: FragmentDefinitionNode) =>
  invalid(fragment, `Fragment "${fragment.name.value}" spreads itself.`);

const invalid = (nodes: FragmentDefinitionNode, message: string) =>
  new GraphQLError(message, { nodes, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
