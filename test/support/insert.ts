import { escapeIdentifier } from 'pg';
import type { Database } from '../../platform/database.ts';

/** Writes one row, by the names of its columns. */
export async function insert(
  { pool }: Database,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(row).map(escapeIdentifier);
  const values = columns.map((_, index) => `$${index + 1}`);
  await pool.query(
    `insert into ${escapeIdentifier(table)} (${columns}) values (${values})`,
    Object.values(row),
  );
}
