import type { Asked } from './asked.ts';
import { type Data, isData, isLacking } from './data.ts';
import type { Types } from './types.ts';

const isNothing = (value: unknown) => value === null || isLacking(value);

/**
 * Adds what a subgraph said of an object to what is known of it. Nothing known is lost to a null: that
 * one subgraph failed to answer takes nothing from another's answer.
 */
export type Merge = (target: Data, source: Data, asked: Asked) => void;

export function createMerge({ isObject }: Types): Merge {
  const merge: Merge = (target, source, { names, below }) => {
    for (let i = 0; i < names.length; i++) {
      const name = names[i] ?? '';
      const incoming = source[name];
      const known = target[name];
      if (isLacking(incoming) || incoming === known) continue;
      if (isNothing(known)) target[name] = incoming;
      else mergeKnown(target, name, incoming, below[i] ?? null);
    }
  };

  function mergeKnown(target: Data, name: string, incoming: unknown, asked: Asked | null): void {
    if (incoming === null) return;
    if (asked) mergeValue(target[name], incoming, asked);
    // A subgraph with an interface object knows its entities by the interface's name only.
    else if (name !== '__typename' || isObject(String(incoming))) target[name] = incoming;
  }

  function mergeValue(known: unknown, incoming: unknown, asked: Asked): void {
    if (Array.isArray(known) && Array.isArray(incoming)) {
      if (known.length === incoming.length) mergeItems(known, incoming, asked);
    } else if (isData(known) && isData(incoming)) {
      merge(known, incoming, asked);
    }
  }

  function mergeItems(known: unknown[], incoming: unknown[], asked: Asked): void {
    for (const [index, item] of incoming.entries()) {
      if (isNothing(known[index])) known[index] = item;
      else if (item !== null && item !== known[index]) mergeValue(known[index], item, asked);
    }
  }

  return merge;
}
