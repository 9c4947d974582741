import { expect } from 'vitest';
import type { SubgraphResponse } from '../../../platform/subgraph.ts';

export type Page = {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string; readonly [field: string]: unknown }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

/** What a page shows of each node beside its id, and of itself. */
export const pageOf = (fields: string) =>
  `{ totalCount nodes { id ${fields} } pageInfo { hasNextPage endCursor } }`;

/** The page of a list that was answered without errors. */
export function pageIn({ data, errors }: SubgraphResponse, list: string): Page {
  expect(errors).toBeUndefined();
  return data?.[list] as Page;
}

/** Every page to the end; `between` happens after each of them. */
export async function readAll(
  read: (after: string | null) => Promise<Page>,
  between: (pages: number) => Promise<unknown> = async () => {},
): Promise<Page['nodes']> {
  const nodes: Page['nodes'][number][] = [];
  let after: string | null = null;
  let pages = 0;
  do {
    const page: Page = await read(after);
    nodes.push(...page.nodes);
    pages += 1;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    if (after) await between(pages);
  } while (after);
  return nodes;
}
