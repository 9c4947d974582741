import type pg from 'pg';
import { z } from 'zod';
import type { Fact } from '../../../platform/feed/fact.ts';
import { WORKFORCE_BOARD_CODES } from '../../../platform/vocabulary.ts';

/** The board of a body, as every topic has it. */
export const boardCode = z.enum(WORKFORCE_BOARD_CODES);
export const day = z.iso.date();
export const deseCode = z.string().regex(/^[0-9]{8}$/);

type Mirror = {
  readonly table: string;
  /** The column of the fact's key, and its type in PostgreSQL. */
  readonly key: readonly [column: string, type: string];
  /** What is read of a body; unknown fields are none of ours. */
  readonly body: z.ZodType;
  /** Each other column, from which field of the body, of which type in PostgreSQL. */
  readonly columns: readonly (readonly [column: string, field: string, type: string])[];
  /** The field of the body that has the key. */
  readonly keyField: string;
};

/** What a page of facts says in the end: the bodies of what is there, the keys of what is gone. */
export function sorted(facts: readonly Fact[], body: z.ZodType) {
  return {
    there: facts.filter((fact) => fact.body !== null).map((fact) => body.parse(fact.body)),
    gone: facts.filter((fact) => fact.body === null).map(({ key }) => key),
  };
}

export async function forget(
  client: pg.ClientBase,
  { table, key: [column, type] }: Pick<Mirror, 'table' | 'key'>,
  gone: readonly string[],
): Promise<void> {
  if (gone.length === 0) return;
  await client.query(`delete from ${table} where ${column} = any($1::${type}[])`, [gone]);
}

/** Keeps a table equal to a topic: one statement for what is there, one for what is gone. */
export function mirror(given: Mirror) {
  const { table, key, keyField, columns, body } = given;
  const all = [[key[0], keyField, key[1]] as const, ...columns];
  const names = all.map(([column]) => column).join(', ');
  const others = columns.map(([column]) => column);
  const upsert = `insert into ${table} as known (${names})
    select ${all.map(([, field]) => `fact."${field}"`).join(', ')}
      from jsonb_to_recordset($1::jsonb) as fact(${all.map(([, field, type]) => `"${field}" ${type}`).join(', ')})
    on conflict (${key[0]}) do update
      set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
      where (${others.map((column) => `known.${column}`).join(', ')})
        is distinct from (${others.map((column) => `excluded.${column}`).join(', ')})`;
  return async (client: pg.ClientBase, facts: readonly Fact[]): Promise<void> => {
    const { there, gone } = sorted(facts, body);
    await forget(client, given, gone);
    if (there.length > 0) await client.query(upsert, [JSON.stringify(there)]);
  };
}
