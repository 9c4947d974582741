/** An object of the answer while it is being gathered. It came from a subgraph and is ours to change. */
export type Data = { [name: string]: unknown };

/** Where a value is, in the names and list indices of whoever reads it. */
export type Path = readonly (string | number)[];

export const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One string for a path, as the key of a set. */
export const pathKey = (path: Path): string => JSON.stringify(path);

/**
 * Whether an object lacks a value. Where a field is called `constructor` or `toString`, what is read of an object that lacks
 * it is the function that every object has; no subgraph sends one.
 */
export const isLacking = (value: unknown): boolean =>
  value === undefined || typeof value === 'function';
