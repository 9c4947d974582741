import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Data, isData, isLacking } from './data.ts';
import { compileFlat, type Flat } from './flat-representation.ts';
import type { Types } from './types.ts';

type Needed = { readonly fields: readonly Field[]; readonly parts: readonly Part[] };
type Field = { readonly name: string; readonly below: Needed | null };
type Part = { readonly types: ReadonlySet<string>; readonly needed: Needed };

/** What a subgraph needs to know of an entity to find it. */
export type Representations = {
  /** The short way to the text, for entities that say their type; null where there is none. */
  readonly flatFor: (typename: unknown) => Flat | null;
  /**
   * The representation of an entity as JSON text: equal texts, equal representations. Empty where the
   * fetch is not for the entity's type, null where something is needed that is not known.
   */
  readonly textOf: (entity: Data) => string | null;
  /** Only for an entity that has a text. */
  readonly build: (entity: Data) => Data;
};

export function compileRepresentations(
  requires: readonly QueryPlanSelectionNode[],
  types: Types,
): Representations {
  const needed = compileNeeded(requires, types);
  const flats = new Map<unknown, Flat | null>();
  return {
    flatFor(typename) {
      const known = flats.get(typename);
      if (known !== undefined) return known;
      const flat = typeof typename === 'string' ? compileFlat(requires, typename, types) : null;
      // The types that there are bound it, whatever a subgraph says.
      if (flat || types.isObject(String(typename))) flats.set(typename, flat);
      return flat;
    },
    textOf(entity) {
      const known = isKnown(entity, needed);
      if (known === null) return null;
      return known ? JSON.stringify(build(entity, needed)) : '';
    },
    build: (entity) => build(entity, needed),
  };
}

function compileNeeded(selections: readonly QueryPlanSelectionNode[], types: Types): Needed {
  const fields: Field[] = [];
  const parts: Part[] = [];
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const below = selection.selections ? compileNeeded(selection.selections, types) : null;
      fields.push({ name: selection.alias ?? selection.name, below });
    } else {
      const needed = compileNeeded(selection.selections, types);
      if (selection.typeCondition)
        parts.push({ types: types.within(selection.typeCondition), needed });
      else fields.push(...needed.fields);
    }
  }
  return { fields, parts };
}

/** Whether there is something to say of an entity; null where something of it is needed and not known. */
function isKnown(entity: Data, { fields, parts }: Needed): boolean | null {
  for (const { name, below } of fields) {
    if (!isKnownValue(entity[name], below)) return null;
  }
  const ofParts = parts.length > 0 ? isKnownInParts(entity, parts) : false;
  return ofParts === null ? null : ofParts || fields.length > 0;
}

/** A part that is not known whole does not stand in the way of another part that is. */
function isKnownInParts(entity: Data, parts: readonly Part[]): boolean | null {
  let some = false;
  let lacks = false;
  for (const part of parts) {
    if (!isWithin(entity, part)) continue;
    const inner = isKnown(entity, part.needed);
    if (inner === null) lacks = true;
    else some ||= inner;
  }
  return !some && lacks ? null : some;
}

function isWithin({ __typename: name }: Data, { types }: Part): boolean {
  return typeof name === 'string' && types.has(name);
}

function isKnownValue(value: unknown, below: Needed | null): boolean {
  if (isLacking(value)) return false;
  if (below === null || value === null || typeof value === 'string') return true;
  if (Array.isArray(value)) return value.every((item) => isKnownValue(item, below));
  return isData(value) && isKnown(value, below) !== null;
}

function build(entity: Data, { fields, parts }: Needed, into: Data = {}): Data {
  for (const { name, below } of fields) into[name] = buildValue(entity[name], below, into[name]);
  for (const part of parts) {
    if (isWithin(entity, part) && isKnown(entity, part.needed) !== null)
      build(entity, part.needed, into);
  }
  return into;
}

function buildValue(value: unknown, below: Needed | null, known: unknown): unknown {
  if (below === null || value === null) return value;
  if (!Array.isArray(value))
    return isData(value) ? build(value, below, isData(known) ? known : {}) : value;
  const items: readonly unknown[] = Array.isArray(known) ? known : [];
  return value.map((item, index) => buildValue(item, below, items[index]));
}
