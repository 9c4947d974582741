import type pg from 'pg';

const WITH_TRIGGERS = `
  select distinct format('%s', tgrelid::regclass) as name from pg_trigger
    join pg_class on pg_class.oid = tgrelid
   where not tgisinternal and relnamespace = current_schema()::regnamespace`;

async function switchTriggers(client: pg.ClientBase, how: 'disable' | 'enable'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(WITH_TRIGGERS);
  for (const { name } of rows) await client.query(`alter table ${name} ${how} trigger user`);
}

/**
 * Begins a load, in a transaction that holds all of it: rows go in without a subgraph's own triggers,
 * which would publish them one by one. Foreign keys and checks stay.
 */
export const beginLoad = (client: pg.ClientBase): Promise<void> =>
  switchTriggers(client, 'disable');

/** Ends it: triggers work again, and the facts that the load changed are published at once. */
export async function endLoad(client: pg.ClientBase): Promise<void> {
  // PostgreSQL alters no table of which it still has something to check.
  await client.query('set constraints all immediate');
  await switchTriggers(client, 'enable');
  await client.query('select republish_all()');
}
