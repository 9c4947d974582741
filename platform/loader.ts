import DataLoader from 'dataloader';
import type { GraphQLResolveInfo } from 'graphql';

/** Batches loads by key, and answers in key order: `null` where no row was found. */
export function loaderBy<Row extends object>(
  keyOf: (row: Row) => string,
  fetchMany: (keys: readonly string[]) => Promise<readonly Row[]>,
): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const rows = new Map((await fetchMany(keys)).map((row) => [keyOf(row), row]));
    return keys.map((key) => rows.get(key) ?? null);
  });
}

/** Batches loads by key where the fetch answers a map already: `missing` where a key is not in it. */
export function loaderOfMap<Value>(
  fetchMany: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>,
  missing: Value,
): DataLoader<string, Value> {
  return new DataLoader(async (keys) => {
    const values = await fetchMany(keys);
    return keys.map((key) => values.get(key) ?? missing);
  });
}

/**
 * One loader for one place in an operation: rows of a list that ask the same field with the same
 * arguments and selection share it. graphql-js hands all of them the same `info.fieldNodes`. `of`
 * tells apart what one place loads several kinds of, as `_entities` does.
 */
export type LoaderPerField = <Value>(
  info: GraphQLResolveInfo,
  create: () => DataLoader<string, Value>,
  of?: string,
) => DataLoader<string, Value>;

/** Born with each request's context: what it remembers ends with the request. */
export function loaderPerField(): LoaderPerField {
  const loaders = new Map<unknown, Map<string, unknown>>();
  return <Value>(info: GraphQLResolveInfo, create: () => DataLoader<string, Value>, of = '') => {
    const here = loaders.get(info.fieldNodes) ?? new Map<string, unknown>();
    loaders.set(info.fieldNodes, here);
    const place = `${info.parentType.name}.${info.fieldName} ${of}`;
    const loader = (here.get(place) as DataLoader<string, Value> | undefined) ?? create();
    here.set(place, loader);
    return loader;
  };
}
