import { GraphQLError } from 'graphql';
import { type Data, type Path, pathKey } from './data.ts';
import type { Run } from './run.ts';

/** Said of a value that can be neither itself nor null: it takes the nearest nullable parent with it. */
export const GONE: unique symbol = Symbol('gone');

/** The state of shaping one answer. */
export type Shaping = {
  readonly root: Data;
  readonly lacking: ReadonlyMap<Data, boolean>;
  readonly errors: GraphQLError[];
  /** The client's path of the value under work, as deep as whoever reads it knows it to be. */
  readonly path: (string | number)[];
  readonly introspected: Data;
  /** Whether an error of a subgraph says already why there is nothing at a path. */
  readonly isExplained: (path: Path) => boolean;
};

export function createShaping({ root, lacking, errors }: Run, introspected: Data): Shaping {
  let below: Set<string> | null = null;
  return {
    root,
    lacking,
    errors,
    path: [],
    introspected,
    isExplained(path) {
      below ??= placesAbove(errors);
      return below.has(pathKey(path));
    },
  };
}

/** The paths of errors, and every path on the way to one. */
function placesAbove(errors: readonly GraphQLError[]): Set<string> {
  const places = new Set<string>();
  for (const { path = [] } of errors) {
    for (let length = path.length; length > 0; length--) places.add(pathKey(path.slice(0, length)));
  }
  return places;
}

/** Complains of the value at the path of now. */
export function complain(shaping: Shaping, depth: number, message: string): typeof GONE {
  shaping.errors.push(new GraphQLError(message, { path: shaping.path.slice(0, depth) }));
  return GONE;
}
