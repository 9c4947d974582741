import type { Asked } from './asked.ts';
import type { Path } from './data.ts';

/** What the client calls a field, by what it is called on the way through the plan, where they differ. */
export type ClientNames = ReadonlyMap<string, string>;

/** What a client knows of a fetch. */
export type ClientView = {
  readonly names: ClientNames;
  /** What the gathered data calls a field that the fetch calls otherwise. */
  readonly sources: ReadonlyMap<string, string>;
  /** What the client asked for, by the gathered data's names. */
  readonly wanted: Asked;
};

/**
 * A path as the client knows it: it ends before a field that only the plan asks for (a key, a requirement), whose
 * name the graph may hide.
 */
export function toClientPath(path: Path, { names, sources, wanted }: ClientView): Path {
  const known: (string | number)[] = [];
  let asked: Asked | null = wanted;
  for (const element of path) {
    if (typeof element === 'string') {
      const index: number = asked?.names.indexOf(sources.get(element) ?? element) ?? -1;
      if (index < 0) break;
      asked = asked?.below[index] ?? null;
    }
    known.push(typeof element === 'string' ? (names.get(element) ?? element) : element);
  }
  return known;
}
