import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type Data, isData } from './data.ts';
import type { Types } from './types.ts';

/** What a subgraph needs to know of an entity to find it. */
export type Representation = Readonly<Record<string, unknown>>;

type Needed = { readonly fields: readonly Field[]; readonly parts: readonly Part[] };
type Field = { readonly name: string; readonly below: Needed | null };
type Part = { readonly types: ReadonlySet<string>; readonly needed: Needed };

export type Representations = {
  /**
   * Names the representation of an entity: equal names, equal representations. Empty where the fetch is
   * not for the entity's type, null where something is needed that is not known.
   */
  readonly keyOf: (entity: Data) => string | null;
  /** Only for an entity that has a key. */
  readonly build: (entity: Data) => Data;
};

export function compileRepresentations(
  requires: readonly QueryPlanSelectionNode[],
  types: Types,
): Representations {
  const needed = compileNeeded(requires, types);
  return {
    keyOf: (entity) => keyOf(entity, needed),
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

function keyOf(entity: Data, { fields, parts }: Needed): string | null {
  let key = '';
  for (const { name, below } of fields) {
    const part = keyOfValue(entity[name], below);
    if (part === null) return null;
    key += part;
  }
  if (parts.length === 0) return key;
  const ofParts = keyOfParts(entity, parts);
  return ofParts === null ? null : key + ofParts;
}

/** A part that is not known whole does not stand in the way of another part that is. */
function keyOfParts(entity: Data, parts: readonly Part[]): string | null {
  let key = '';
  let lacks = false;
  for (const part of parts) {
    if (!isWithin(entity, part)) continue;
    const inner = keyOf(entity, part.needed);
    if (inner === null) lacks = true;
    else key += inner;
  }
  return key === '' && lacks ? null : key;
}

function isWithin({ __typename: name }: Data, { types }: Part): boolean {
  return typeof name === 'string' && types.has(name);
}

/** Each part of a key says where it ends, so that no two lists of values are written alike. */
function keyOfValue(value: unknown, below: Needed | null): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return `${value.length}"${value}`;
  if (below === null || value === null) return `${JSON.stringify(value)};`;
  if (Array.isArray(value)) return keyOfList(value, below);
  const inner = isData(value) ? keyOf(value, below) : null;
  return inner === null ? null : `{${inner}}`;
}

function keyOfList(values: readonly unknown[], below: Needed): string | null {
  let key = '[';
  for (const value of values) {
    const inner = keyOfValue(value, below);
    if (inner === null) return null;
    key += inner;
  }
  return `${key}]`;
}

function build(entity: Data, { fields, parts }: Needed, into: Data = {}): Data {
  for (const { name, below } of fields) into[name] = buildValue(entity[name], below, into[name]);
  for (const part of parts) {
    if (isWithin(entity, part) && keyOf(entity, part.needed) !== null)
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
