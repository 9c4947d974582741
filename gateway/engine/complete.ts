import { complain, GONE, type Shaping } from './shaping.ts';

/**
 * Brings a value of the gathered data into the client's shape, or says that it is {@link GONE}. `depth`
 * is the length of the value's path.
 */
export type Complete = (value: unknown, shaping: Shaping, depth: number) => unknown;

/** Null, and whatever is gone, is null. */
export const nullable =
  (complete: Complete): Complete =>
  (value, shaping, depth) => {
    if (value === null || value === undefined) return null;
    const completed = complete(value, shaping, depth);
    return completed === GONE ? null : completed;
  };

/** Null is an error, unless a subgraph has said why, and is gone. */
export const nonNull =
  (complete: Complete, where: string): Complete =>
  (value, shaping, depth) => {
    if (value !== null && value !== undefined) return complete(value, shaping, depth);
    if (shaping.isExplained(shaping.path.slice(0, depth))) return GONE;
    return complain(shaping, depth, `Cannot return null for non-nullable field ${where}.`);
  };

export const listOf =
  (complete: Complete, where: string): Complete =>
  (value, shaping, depth) => {
    if (!Array.isArray(value)) return complain(shaping, depth, `${where} is not a list.`);
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      shaping.path[depth] = index;
      const item = complete(value[index], shaping, depth + 1);
      if (item === GONE) return GONE;
      items.push(item);
    }
    return items;
  };
