import pg from 'pg';

export type Row = Record<string, unknown>;

/** Runs one statement in a database of the demo. */
export async function ask<R extends Row = Row>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<R[]> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser } });
  await client.connect();
  try {
    return (await client.query<R>(sql, values)).rows;
  } finally {
    await client.end();
  }
}

const DATE = pg.types.builtins.DATE;
const BIGINT = pg.types.builtins.INT8;

/** Dates stay text and counts become numbers; the rest is as `pg` has it. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') => {
  if (oid === DATE) return (text: string) => text;
  if (oid === BIGINT) return Number;
  return pg.types.getTypeParser(oid, format as 'text');
};
