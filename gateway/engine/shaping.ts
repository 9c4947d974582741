import { GraphQLError } from 'graphql';
import { ANSWER_LIMIT } from '../limits.ts';
import { type Data, type Path, pathKey } from './data.ts';
import type { Run } from './run.ts';
import { report } from './too-large.ts';

/** A value of the answer as JSON text. Undefined where it can be neither itself nor null: it takes the nearest nullable parent with it. */
export type Text = string | undefined;

/** The state of shaping one answer. */
export type Shaping = {
  readonly root: Data;
  readonly lacking: ReadonlyMap<Data, boolean>;
  readonly errors: GraphQLError[];
  /** The client's path of the value under work, as deep as whoever reads it knows it to be. */
  readonly path: (string | number)[];
  /** What was asked of the schema, as JSON text, by the client's names. */
  readonly introspected: ReadonlyMap<string, string>;
  /** The most characters that the answer may have. */
  readonly limit: number;
  /** Whether an error of a subgraph says already why there is nothing at a path. */
  readonly isExplained: (path: Path) => boolean;
};

export function createShaping(
  { root, lacking, errors }: Run,
  introspected: Shaping['introspected'],
): Shaping {
  let below: Set<string> | null = null;
  return {
    root,
    lacking,
    errors,
    path: [],
    introspected,
    limit: ANSWER_LIMIT + lengthOf(introspected),
    isExplained(path) {
      below ??= placesAbove(errors);
      return below.has(pathKey(path));
    },
  };
}

/** What is asked of the schema was bounded before, and costs nothing to write. */
function lengthOf(introspected: Shaping['introspected']): number {
  let length = 0;
  for (const text of introspected.values()) length += text.length;
  return length;
}

/** The paths of errors, and every path on the way to one. */
function placesAbove(errors: readonly GraphQLError[]): Set<string> {
  const places = new Set<string>();
  for (const { path = [] } of errors) {
    for (let length = path.length; length > 0; length--) places.add(pathKey(path.slice(0, length)));
  }
  return places;
}

/** What is wrong came from a subgraph: all that is written did. */
const extensions = { code: 'SUBGRAPH_BAD_RESPONSE' };

/** Complains of the value at the path of now, which is gone. The message never has it: the graph may hide it. */
export function complain(shaping: Shaping, depth: number, message: string): undefined {
  report(
    shaping.errors,
    () => new GraphQLError(message, { path: shaping.path.slice(0, depth), extensions }),
  );
}
