import type { ResponsePath } from '@apollo/query-planner';
import { type Data, isData, type Path } from './data.ts';

/** One field on the way from the root to what a fetch adds to, and the types that the way is for. */
export type Hop = { readonly name: string; readonly types: ReadonlySet<string> | null };

const TYPE_CONDITION = /^(.*)\|\[(.*)\]$/;

/** A plan's path without its `@`: a list on the way is walked through wherever it is met. */
export function compilePath(path: ResponsePath): Hop[] {
  const hops: Hop[] = [];
  for (const element of path) {
    const [, name = String(element), types] = TYPE_CONDITION.exec(String(element)) ?? [];
    const condition = types === undefined ? null : new Set(types.split(','));
    const last = hops.at(-1);
    if (name !== '@') hops.push({ name, types: condition });
    else if (condition && last) hops[hops.length - 1] = { ...last, types: condition };
  }
  return hops;
}

/** The objects at the end of a path, in order; one that is there twice is there twice. */
export function targetsAt(root: Data, hops: readonly Hop[]): Data[] {
  let targets = [root];
  for (const hop of hops) {
    const next: Data[] = [];
    for (const target of targets) gather(target[hop.name], hop.types, next);
    targets = next;
  }
  return targets;
}

function gather(value: unknown, types: ReadonlySet<string> | null, into: Data[]): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) gather(item, types, into);
  } else if (isData(value) && satisfies(value, types)) {
    into.push(value);
  }
}

const satisfies = ({ __typename: name }: Data, types: ReadonlySet<string> | null) =>
  types === null || (typeof name === 'string' && types.has(name));

/** Every place of each of the {@link targetsAt} a path: walked again, for errors are rare. */
export function placesOf(root: Data, hops: readonly Hop[]): ReadonlyMap<Data, readonly Path[]> {
  const places = new Map<Data, Path[]>();
  function visit(value: unknown, depth: number, path: Path): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, depth, [...path, index]);
    } else if (isData(value) && satisfies(value, hops[depth - 1]?.types ?? null)) {
      enter(value, depth, path);
    }
  }
  function enter(object: Data, depth: number, path: Path): void {
    const hop = hops[depth];
    if (hop) visit(object[hop.name], depth + 1, [...path, hop.name]);
    else places.set(object, [...(places.get(object) ?? []), path]);
  }
  visit(root, 0, []);
  return places;
}
