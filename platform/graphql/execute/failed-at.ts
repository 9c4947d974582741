import { type FieldNode, locatedError, responsePathAsArray } from 'graphql';
import type { Path, Run } from './run.ts';

/** What becomes of a place that failed: null where its type lets it be, or else what is around it fails. */
export const failedAt =
  (nodes: readonly FieldNode[], isNullable: boolean) =>
  (run: Run, error: unknown, path: Path): null => {
    const located = locatedError(error, nodes, responsePathAsArray(path));
    if (!isNullable) throw located;
    run.errors.add(located, path);
    return null;
  };
