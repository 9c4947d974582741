import { Client, DatabaseError, escapeIdentifier } from 'pg';

const DUPLICATES = new Set(['42P04', '23505']);

const isDuplicate = (error: unknown) =>
  error instanceof DatabaseError && error.code !== undefined && DUPLICATES.has(error.code);

async function exists(client: Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

/** Creates the database, as a copy of the template where one is named, unless it is there. */
export async function createDatabase(
  adminUrl: string,
  name: string,
  template?: string,
): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    if (await exists(client, name)) return;
    const source = template === undefined ? '' : ` template ${escapeIdentifier(template)}`;
    await client.query(`create database ${escapeIdentifier(name)}${source}`);
  } catch (error) {
    if (!isDuplicate(error)) throw error;
  } finally {
    await client.end();
  }
}
