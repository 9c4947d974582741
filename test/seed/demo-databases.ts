import { join } from 'node:path';
import { migrate } from '../../platform/migrate.ts';
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
    const migrationsDir = join(
      import.meta.dirname,
      '../../subgraphs',
      SUBGRAPHS[name],
      'prisma/migrations',
    );
    await migrate({ url: postgres.url(`template-${name}`), migrationsDir });
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
