import { expect } from 'vitest';
import type { SubgraphName } from '../../../platform/subgraph.ts';
import { type Answer, type Graph, operation } from '../support/graph.ts';
import type { Asking } from '../support/sign-in.ts';

export type GraphNow = () => Graph;

type Asked = {
  /** Undefined is the public. */
  readonly as?: Asking;
  readonly variables?: object;
  /** Which subgraphs it takes, each as often as it stands here. */
  readonly fetched: readonly SubgraphName[];
  /** How many SQL statements it takes at most, in all four databases. */
  readonly statements: number;
  /** The answer tells who asked before: it grows by each that asks. */
  readonly isRecorded?: boolean;
};

/** One of the ten as it stands, at what it costs once reports are kept; asked again, it costs the same. */
export async function asked<Data>(
  graph: Graph,
  name: string,
  { as, variables, fetched, statements, isRecorded = false }: Asked,
): Promise<Answer<Data>> {
  const first = await graph.ask<Data>(operation(name), as, variables);
  const again = await graph.ask<Data>(operation(name), as, variables);
  const third = await graph.ask<Data>(operation(name), as, variables);
  expect(first.status).toBe(200);
  if (!isRecorded) expect(again.data).toEqual(first.data);
  expect(again.fetched.toSorted()).toEqual(fetched.toSorted());
  expect(third.fetched.toSorted()).toEqual(again.fetched.toSorted());
  expect(third.statements).toBe(again.statements);
  expect(again.statements).toBeLessThanOrEqual(statements);
  return first;
}

/** Rows of an owner's own database, by a statement of the test's own. */
export async function rowsOf<Row extends object>(
  graph: Graph,
  subgraph: SubgraphName,
  sql: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  return (await graph.databases[subgraph].pool.query<Row>(sql, [...values])).rows;
}

/** The only row of a statement that has one. */
export async function rowOf<Row extends object>(
  ...of: Parameters<typeof rowsOf<Row>>
): Promise<Row> {
  const [row] = await rowsOf<Row>(...of);
  if (!row) throw new Error('The statement answers no row.');
  return row;
}
