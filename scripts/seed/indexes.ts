import type pg from 'pg';
import type { Target } from './targets.ts';

/** From so many students on, building the indexes once is faster than keeping them up row by row. */
const WORTH_IT = 50_000;

export type Aside = readonly { readonly client: pg.Client; readonly restore: readonly string[] }[];

type Definition = { readonly drop: string; readonly restore: string };

/** Foreign keys first: an index that one leans on cannot go before it. */
const DEFINITIONS = `
  select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
         format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as restore,
         1 as turn
    from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace
  union all
  select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid), 2
    from pg_index join pg_class on pg_class.oid = indexrelid
   where relnamespace = current_schema()::regnamespace
     and not exists (select from pg_constraint where conindid = indexrelid and contype <> 'f')
   order by turn`;

/** Drops foreign keys and secondary indexes in the seed's own transactions, where that pays. */
export async function setIndexesAside(
  targets: readonly Target[],
  students: number,
): Promise<Aside> {
  if (students < WORTH_IT) return [];
  return Promise.all(
    targets.map(async ({ client }) => {
      const { rows } = await client.query<Definition>(DEFINITIONS);
      for (const { drop } of rows) await client.query(drop);
      return { client, restore: rows.map(({ restore }) => restore).reverse() };
    }),
  );
}

/** Indexes, then the foreign keys, which PostgreSQL checks over all rows at once. */
export async function restoreIndexes(aside: Aside): Promise<void> {
  await Promise.all(
    aside.map(async ({ client, restore }) => {
      await client.query(`set local maintenance_work_mem = '256MB'`);
      for (const statement of restore) await client.query(statement);
    }),
  );
}
