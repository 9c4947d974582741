import type { Asked } from './asked.ts';
import { type Data, isData } from './data.ts';

/** Remembers that what was asked of an object will not come; `explained` where an error says why. */
export function markLacking(
  lacking: Map<Data, boolean>,
  value: unknown,
  asked: Asked,
  explained: boolean,
): void {
  if (Array.isArray(value)) {
    for (const item of value) markLacking(lacking, item, asked, explained);
  } else if (isData(value)) {
    lacking.set(value, explained || lacking.get(value) === true);
    for (const [index, below] of asked.below.entries()) {
      if (below) markLacking(lacking, value[asked.names[index] ?? ''], below, explained);
    }
  }
}
