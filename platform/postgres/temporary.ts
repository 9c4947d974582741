import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopOnExit } from './exit-hooks.ts';
import { type EmbeddedPostgres, startPostgres } from './start-postgres.ts';

/** Nothing of it outlives a crash, so nothing waits for the disk; many who test at once connect. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '500',
} as const;

/** A server with an empty cluster in a temporary folder, which goes when it stops. */
export async function startTemporaryPostgres(): Promise<EmbeddedPostgres> {
  const dataDir = mkdtempSync(join(tmpdir(), 'postgres-'));
  // Root lends the cluster to another user, who has to get in; the cluster in it stays private.
  chmodSync(dataDir, 0o755);
  const remove = () => rmSync(dataDir, { recursive: true, force: true });
  try {
    const postgres = await startPostgres({ dataDir, log: () => undefined, settings: SETTINGS });
    // Called after the server's own hook, which waits until it has stopped.
    const forget = stopOnExit(remove);
    const stop = async () => {
      forget();
      try {
        await postgres.stop();
      } finally {
        remove();
      }
    };
    return { ...postgres, stop };
  } catch (error) {
    remove();
    throw error;
  }
}
