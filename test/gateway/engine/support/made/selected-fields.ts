import { getNamedType, Kind, type SelectionSetNode } from 'graphql';
import type { SubgraphFacts } from './subgraph-facts.ts';

/** Fields that subgraphs name in what they say of other fields, by `Type.field`. */
export type SelectedFields = {
  readonly keys: ReadonlySet<string>;
  readonly required: ReadonlySet<string>;
  /** With the name of the subgraph before each. */
  readonly provided: ReadonlySet<string>;
};

/** Every name of a type that a subgraph may know its objects by. */
type NamesOf = (subgraph: SubgraphFacts, type: string) => readonly string[];

export function selectedFields(
  subgraphs: readonly SubgraphFacts[],
  namesOf: NamesOf,
): SelectedFields {
  const keys: string[] = [];
  const required: string[] = [];
  const provided: string[] = [];
  for (const subgraph of subgraphs) {
    const read = (type: string, selections: SelectionSetNode | null) =>
      selections ? fieldsOf(subgraph, type, selections, namesOf) : [];
    for (const [type, ofType] of subgraph.keys)
      keys.push(...ofType.flatMap(({ selections }) => read(type, selections)));
    for (const [coordinate, { field, requires, provides }] of subgraph.fields) {
      required.push(...read(coordinate.slice(0, coordinate.indexOf('.')), requires));
      const below = read(getNamedType(field.type).name, provides);
      provided.push(...below.map((one) => `${subgraph.name} ${one}`));
    }
  }
  return { keys: new Set(keys), required: new Set(required), provided: new Set(provided) };
}

/** The fields of a selection and of the selections in it. */
function fieldsOf(
  subgraph: SubgraphFacts,
  type: string,
  { selections }: SelectionSetNode,
  namesOf: NamesOf,
): string[] {
  return selections.flatMap((selection): string[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? type;
      return fieldsOf(subgraph, condition, selection.selectionSet, namesOf);
    }
    const { name, selectionSet } = selection;
    const given = subgraph.fields.get(`${type}.${name.value}`)?.field.type;
    const below =
      selectionSet && given
        ? fieldsOf(subgraph, getNamedType(given).name, selectionSet, namesOf)
        : [];
    return [...namesOf(subgraph, type).map((one) => `${one}.${name.value}`), ...below];
  });
}
