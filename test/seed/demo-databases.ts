import type { DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import { type DemoDatabases, emptyDemo } from '../support/demo-databases.ts';

/** Each `create` gives four databases, migrated and without rows. */
export async function startDemoDatabases() {
  const created: DemoDatabases[] = [];
  return {
    async create(_name: string): Promise<DatabaseUrls> {
      const databases = await emptyDemo();
      created.push(databases);
      return databases.urls;
    },
    async stop(): Promise<void> {
      for (const { drop } of created) await drop();
    },
  };
}
