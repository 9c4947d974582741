import type { Asked } from './asked.ts';
import type { ClientNames } from './client-names.ts';
import type { Path } from './data.ts';
import type { Place } from './outcome.ts';

/**
 * Whether any fetch of a plan asks for the field at a path of the client's answer, whatever the types on
 * the way. Looked for when a field is missing, which is rare, and only then.
 */
export function isPlanned(places: readonly Place[], path: Path): boolean {
  const fields = path.filter((element) => typeof element === 'string');
  return places.some(({ hops, asked, view: { names } }) => {
    const way = hops.map(({ name }) => names.get(name) ?? name);
    const leadsThere = way.every((name, index) => name === fields[index]);
    return leadsThere && asksFor(asked, fields.slice(way.length), names);
  });
}

/** A place below which nothing is wanted is only the way of a fetch: who leads there has not asked for it. */
function asksFor(asked: Asked, [first, ...rest]: readonly string[], names: ClientNames): boolean {
  return asked.names.some((name, index) => {
    if ((names.get(name) ?? name) !== first) return false;
    const below = asked.below[index];
    return (
      rest.length === 0 || (below !== null && below !== undefined && asksFor(below, rest, names))
    );
  });
}
