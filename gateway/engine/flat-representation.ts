import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Data, isLacking } from './data.ts';
import { quoted } from './json-text.ts';
import type { Types } from './types.ts';

/**
 * The representation of entities of one type that needs their scalars only, as nearly all do. It is
 * written without a look at its parts, each time the same.
 */
export type Flat = {
  /** The one field that tells two entities of the type apart, where it is one. */
  readonly only: string | null;
  /** As JSON text; null where something is not known. */
  readonly textOf: (entity: Data) => string | null;
};

/** Null where an entity of the type needs more than scalars, or nothing. */
export function compileFlat(
  requires: readonly QueryPlanSelectionNode[],
  typename: string,
  types: Types,
): Flat | null {
  const names = new Set<string>();
  if (!collect(requires, typename, types, names)) return null;
  const asksType = names.delete('__typename');
  const fields = [...names].map((name) => ({ name, before: `,${JSON.stringify(name)}:` }));
  if (!asksType || fields.length === 0) return null;
  const head = `{"__typename":${JSON.stringify(typename)}`;
  const [first] = fields;
  return {
    only: fields.length === 1 && first ? first.name : null,
    textOf(entity) {
      let text = head;
      for (const { name, before } of fields) {
        const value = entity[name];
        if (isLacking(value)) return null;
        text += before + (typeof value === 'string' ? quoted(value) : JSON.stringify(value));
      }
      return `${text}}`;
    },
  };
}

/** Whether all that is needed of the type are scalars, whose names are collected. */
function collect(
  selections: readonly QueryPlanSelectionNode[],
  typename: string,
  types: Types,
  names: Set<string>,
): boolean {
  return selections.every((selection) => {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition, selections: inner } = selection;
      const isOther = typeCondition && !types.within(typeCondition).has(typename);
      return isOther || collect(inner, typename, types, names);
    }
    if (selection.selections?.length) return false;
    names.add(selection.alias ?? selection.name);
    return true;
  });
}
