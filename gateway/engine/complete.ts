import { complain, type Shaping, type Text } from './shaping.ts';
import { within } from './too-large.ts';

/** Writes a value of the gathered data as the client asked for it. `depth` is the length of the value's path. */
export type Complete = (value: unknown, shaping: Shaping, depth: number) => Text;

/** Null, and whatever is gone, is null. */
export const nullable =
  (complete: Complete): Complete =>
  (value, shaping, depth) =>
    value === null || value === undefined ? 'null' : (complete(value, shaping, depth) ?? 'null');

/** Null is an error, unless a subgraph has said why, and is gone. */
export const nonNull =
  (complete: Complete, where: string): Complete =>
  (value, shaping, depth) => {
    if (value !== null && value !== undefined) return complete(value, shaping, depth);
    if (shaping.isExplained(shaping.path.slice(0, depth))) return undefined;
    return complain(shaping, depth, `Cannot return null for non-nullable field ${where}.`);
  };

export const listOf =
  (complete: Complete, where: string): Complete =>
  (value, shaping, depth) => {
    if (!Array.isArray(value)) return complain(shaping, depth, `${where} is not a list.`);
    let text = '[';
    for (let index = 0; index < value.length; index++) {
      shaping.path[depth] = index;
      const item = complete(value[index], shaping, depth + 1);
      if (item === undefined) return undefined;
      text = within(shaping.limit, text + (index === 0 ? item : `,${item}`));
    }
    return `${text}]`;
  };
