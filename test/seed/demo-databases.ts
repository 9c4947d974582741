import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../platform/migrate.ts';
import { readMigrations } from '../../platform/migrations/folder.ts';
import { diffSchema } from '../../platform/migrations/schema-diff.ts';
import { startTemporaryPostgres } from '../../platform/postgres/temporary.ts';

const SUBGRAPHS = {
  schools: 'schools-and-network',
  employers: 'employers-and-sites',
  students: 'students-and-mycap',
  placements: 'placements',
} as const;
type Name = keyof typeof SUBGRAPHS;
const NAMES = Object.keys(SUBGRAPHS) as Name[];

type Urls = Readonly<Record<Name, string>>;

/** A server with the four migrated databases as templates; `create` copies a fresh, empty set. */
export async function startDemoDatabases() {
  const postgres = await startTemporaryPostgres();
  for (const name of NAMES) {
    await postgres.createDatabase(`template-${name}`);
    await createTables(postgres, name);
  }
  const set = (prefix: string): Urls => ({
    schools: postgres.url(`${prefix}-schools`),
    employers: postgres.url(`${prefix}-employers`),
    students: postgres.url(`${prefix}-students`),
    placements: postgres.url(`${prefix}-placements`),
  });
  return {
    async create(prefix: string): Promise<Urls> {
      for (const name of NAMES) {
        await postgres.createDatabase(`${prefix}-${name}`, `template-${name}`);
      }
      return set(prefix);
    },
    stop: () => postgres.stop(),
  };
}

async function createTables(
  postgres: Awaited<ReturnType<typeof startTemporaryPostgres>>,
  name: Name,
): Promise<void> {
  const prisma = join(import.meta.dirname, '../../subgraphs', SUBGRAPHS[name], 'prisma');
  const migrationsDir = join(prisma, 'migrations');
  const url = postgres.url(`template-${name}`);
  if (readMigrations(migrationsDir).length > 0) {
    await migrate({ url, migrationsDir });
    return;
  }
  await postgres.createDatabase(`shadow-${name}`);
  await postgres.createDatabase(`main-${name}`);
  const sql = await diffSchema({
    migrationsDir,
    schemaFile: join(prisma, 'schema.prisma'),
    url: postgres.url(`main-${name}`),
    shadowUrl: postgres.url(`shadow-${name}`),
  });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql ?? '');
  await client.end();
}
