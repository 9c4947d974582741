import type { Path } from './data.ts';

/** What the client calls a field, by what it is called on the way through the plan, where they differ. */
export type ClientNames = ReadonlyMap<string, string>;

export function toClientPath(path: Path, names: ClientNames): Path {
  if (names.size === 0) return path;
  return path.map((element) =>
    typeof element === 'string' ? (names.get(element) ?? element) : element,
  );
}
