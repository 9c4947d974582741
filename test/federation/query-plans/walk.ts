import type pg from 'pg';
import type { SubgraphName } from '../../../platform/subgraph.ts';
import type { Captured } from './capture.ts';
import { explain, isPlanned } from './plan.ts';
import { SMALL_TABLES } from './small-tables.ts';
import { designOf } from './whole-by-design.ts';
import { wholeReads } from './whole-reads.ts';

export type Clients = Readonly<Record<SubgraphName, pg.ClientBase>>;

/** A statement of which the plan reads a large table whole. */
export type Found = Captured & { readonly reads: readonly string[] };

/** Whether a table of a subgraph may be read whole by anybody. */
export type IsSmall = (subgraph: SubgraphName, table: string) => boolean;

/** Listed, or PostgreSQL's own. */
export const isListedSmall: IsSmall = (subgraph, table) =>
  SMALL_TABLES[subgraph].includes(table) || table.startsWith('pg_');

/** What the plans of these statements read whole, by design or not. */
export async function findWholeReads(
  clients: Clients,
  captured: readonly Captured[],
  isSmall: IsSmall = isListedSmall,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const statement of captured.filter(isPlanned)) {
    const plan = await explain(clients[statement.subgraph], statement);
    const reads = wholeReads(plan, (table) => isSmall(statement.subgraph, table));
    if (reads.length > 0) found.push({ ...statement, reads });
  }
  return found;
}

const inOneLine = (text: string) => text.trim().replaceAll(/\s+/g, ' ').slice(0, 200);

/** Those that {@link WHOLE_BY_DESIGN} does not list, as a person reads them. */
export const undesigned = (found: readonly Found[]): readonly string[] =>
  found
    .filter((each) => designOf(each) === undefined)
    .map(({ subgraph, reads, text }) => `${subgraph}: ${reads.join(', ')}: ${inOneLine(text)}`);
