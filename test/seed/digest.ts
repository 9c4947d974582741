import { createHash } from 'node:crypto';
import type { DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import { ask } from './ask.ts';

/** One text for all rows of the four databases, whatever order they stand in. */
export async function digestOf(urls: DatabaseUrls): Promise<string> {
  const hash = createHash('sha256');
  for (const url of Object.values(urls)) {
    for (const { name } of await tablesOf(url)) {
      const [row] = await ask(
        url,
        `select md5(coalesce(string_agg(line, '' order by line), '')) as digest
           from (select t::text as line from "${name}" t)`,
      );
      hash.update(`${name} ${row?.digest}\n`);
    }
  }
  return hash.digest('hex');
}

const tablesOf = (url: string) =>
  ask<{ name: string }>(
    url,
    `select tablename as name from pg_tables
      where schemaname = current_schema() and tablename <> '_prisma_migrations' order by 1`,
  );
