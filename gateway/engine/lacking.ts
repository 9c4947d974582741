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

/** A null that an error explains. Another subgraph may give an object in its place, which then lacks the rest. */
export type Nulled = { readonly read: () => unknown; readonly asked: Asked };

/** Remembers the nulls for objects in an answer with errors, which was merged. */
export function noteNulled(nulled: Nulled[], target: Data, source: Data, asked: Asked): void {
  for (const [index, name] of asked.names.entries()) {
    const below = asked.below[index];
    if (below) note(nulled, { read: () => target[name], asked: below }, source[name]);
  }
}

function note(nulled: Nulled[], place: Nulled, incoming: unknown): void {
  const { read, asked } = place;
  const known = read();
  if (incoming === null) {
    nulled.push(place);
  } else if (Array.isArray(incoming) && Array.isArray(known)) {
    for (const [index, item] of incoming.entries())
      note(nulled, { read: () => known[index], asked }, item);
  } else if (isData(incoming) && isData(known)) {
    noteNulled(nulled, known, incoming, asked);
  }
}

/** When all is gathered: what stands where one subgraph had null lacks what that one would have given. */
export function markNulled(lacking: Map<Data, boolean>, nulled: readonly Nulled[]): void {
  for (const { read, asked } of nulled) markLacking(lacking, read(), asked, true);
}
