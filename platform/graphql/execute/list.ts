import {
  type FieldNode,
  GraphQLError,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  isNonNullType,
} from 'graphql';
import { failedAt } from './failed-at.ts';
import { type Complete, isPromise, type Path, type Run } from './run.ts';

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' &&
  value !== null &&
  Symbol.iterator in value &&
  typeof value[Symbol.iterator] === 'function';

/** The list fails at once: what its other promises come to is nobody's any more. */
function abandon(items: readonly unknown[]): void {
  for (const item of items) if (isPromise(item)) item.then(undefined, () => {});
}

/** Completes each item by itself: one that fails is null, or takes the list with it, as its type says. */
export function completeList(
  itemType: GraphQLOutputType,
  nodes: readonly FieldNode[],
  completeItem: Complete,
): Complete {
  const failed = failedAt(nodes, !isNonNullType(itemType));
  const answerItem = (run: Run, item: unknown, info: GraphQLResolveInfo, path: Path): unknown => {
    try {
      const completed = isPromise(item)
        ? item.then((resolved) => completeItem(run, resolved, info, path))
        : completeItem(run, item, info, path);
      if (!isPromise(completed)) return completed;
      return completed.then(undefined, (error: unknown) => failed(run, error, path));
    } catch (error) {
      return failed(run, error, path);
    }
  };
  return (run, value, info, prev) => {
    if (!isIterable(value))
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${info.parentType.name}.${info.fieldName}".`,
      );
    const items: unknown[] = [];
    let isPromised = false;
    try {
      for (const item of value) {
        const answer = answerItem(run, item, info, {
          prev,
          key: items.length,
          typename: undefined,
        });
        items.push(answer);
        if (isPromise(answer)) isPromised = true;
      }
    } catch (error) {
      abandon(items);
      throw error;
    }
    return isPromised ? Promise.all(items) : items;
  };
}
