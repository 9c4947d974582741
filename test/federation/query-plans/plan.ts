import type pg from 'pg';
import type { Statement } from '../../../platform/database.ts';

/** A node of PostgreSQL's plan, as far as the walk reads it. */
export type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly 'Subplan Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
};

/** What PostgreSQL makes plans for; `begin`, `set` and their like have none. */
const PLANNED = /^\s*(select|insert|update|delete|with|merge)\b/i;
const READS = /^\s*(select|with)\b/i;

export const isPlanned = ({ text }: Statement): boolean => PLANNED.test(text);

/** What can be run once more without a trace. */
export const isRead = ({ text }: Statement): boolean => READS.test(text);

async function planOf(
  client: pg.ClientBase,
  how: string,
  { text, values }: Statement,
): Promise<PlanNode> {
  const sent = { text: `explain (${how}) ${text}`, values: [...values] };
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(sent);
  const [row] = rows;
  if (!row) throw new Error('PostgreSQL explained nothing.');
  return row['QUERY PLAN'][0].Plan;
}

/** The plan for these very parameters, which is not run. */
export const explain = (client: pg.ClientBase, statement: Statement): Promise<PlanNode> =>
  planOf(client, 'format json', statement);

/** The plan with what it read: runs the statement, and takes back what it wrote. */
export async function explainRun(client: pg.ClientBase, statement: Statement): Promise<PlanNode> {
  await client.query('begin');
  try {
    return await planOf(client, 'format json, analyze, timing off', statement);
  } finally {
    await client.query('rollback');
  }
}

/** Rows that all scans read, whether or not they were of use. */
export function rowsRead(node: PlanNode): number {
  const inner = (node.Plans ?? []).reduce((sum, child) => sum + rowsRead(child), 0);
  if (!node['Relation Name'] || node['Node Type'] === 'ModifyTable') return inner;
  const each =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0);
  return inner + Math.round(each * (node['Actual Loops'] ?? 0));
}
