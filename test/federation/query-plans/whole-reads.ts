import type { PlanNode } from './plan.ts';

/** Reads a table from its first row to its last, or an index in the same way with nothing that would stop it. */
function readsAll(node: PlanNode, stopped: boolean): boolean {
  const type = node['Node Type'];
  if (type === 'Seq Scan') return true;
  const byIndex =
    type === 'Index Scan' || type === 'Index Only Scan' || type === 'Bitmap Index Scan';
  return byIndex && node['Index Cond'] === undefined && !stopped;
}

/**
 * `Seq Scan on placement`, for each place of a plan where all of a table, or of an index, is read that
 * `isSmall` does not know. A `Limit` stops what is below it once there is enough.
 */
export function wholeReads(
  node: PlanNode,
  isSmall: (table: string) => boolean,
  stopped = false,
): readonly string[] {
  const from = node['Relation Name'] ?? node['Index Name'];
  const all = from !== undefined && !isSmall(from) && readsAll(node, stopped);
  const below = stopped || node['Node Type'] === 'Limit';
  return [
    ...(all ? [`${node['Node Type']} on ${from}`] : []),
    ...(node.Plans ?? []).flatMap((child) => wholeReads(child, isSmall, below)),
  ];
}
