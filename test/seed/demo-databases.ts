import type { DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import {
  type DemoDatabases,
  emptyDemo,
  type SeededWith,
  seededDemo,
} from '../support/demo-databases.ts';

/** Sets of four databases for a file that seeds by itself. */
export type SeedingGround = {
  /** Migrated, and without rows. */
  empty(): Promise<DatabaseUrls>;
  seeded(demo: SeededWith): Promise<DatabaseUrls>;
  stop(): Promise<void>;
};

export function startDemoDatabases(): SeedingGround {
  const created: DemoDatabases[] = [];
  const keep = (databases: DemoDatabases) => {
    created.push(databases);
    return databases.urls;
  };
  return {
    empty: async () => keep(await emptyDemo()),
    seeded: async (demo) => keep(await seededDemo(demo)),
    async stop() {
      for (const { drop } of created) await drop();
    },
  };
}
