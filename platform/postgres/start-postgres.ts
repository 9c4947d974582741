import { setTimeout as delay } from 'node:timers/promises';
import { prepareBinaries } from './binaries.ts';
import { ensureCluster, readPassword } from './cluster.ts';
import { createDatabase } from './databases.ts';
import { openEndpoint } from './endpoint.ts';
import { acquireLock } from './lock.ts';
import { stopOrphan } from './orphan.ts';
import { choosePlace, type Place } from './place.ts';
import { startServer } from './server.ts';

/** A PostgreSQL server of this process alone, which ends with it. */
export type EmbeddedPostgres = {
  /** Opens the named database as superuser; holds the password. */
  url(database: string): string;
  /** Does nothing where the database exists. */
  createDatabase(name: string, template?: string): Promise<void>;
  stop(): Promise<void>;
};

type Options = {
  readonly dataDir: string;
  log(message: string): void;
  /** What this server has otherwise than all others. */
  readonly settings?: Readonly<Record<string, string>>;
};

const MAINTENANCE_DATABASE = 'postgres';
const LINGER_MS = 10_000;
const RETRY_MS = 100;

/** Connections of a killed server end shortly after it; until then PostgreSQL refuses to start. */
async function whileOthersLinger<T>(start: () => Promise<T>): Promise<T> {
  const deadline = performance.now() + LINGER_MS;
  for (;;) {
    try {
      return await start();
    } catch (error) {
      const lingering = String(error).includes('pre-existing shared memory block');
      if (!lingering || performance.now() > deadline) throw error;
      await delay(RETRY_MS);
    }
  }
}

async function launch(place: Place, { log, settings: own }: Omit<Options, 'dataDir'>) {
  const binaries = prepareBinaries(place.account);
  await stopOrphan(place.cluster, log);
  await ensureCluster(binaries.initdb, place);
  const opened = await openEndpoint(place.cluster, place.account);
  const endpoint = { ...opened, settings: { ...opened.settings, ...own } };
  try {
    const server = await whileOthersLinger(() => startServer({ place, binaries, endpoint }, log));
    return { server, endpoint };
  } catch (error) {
    endpoint.close();
    throw error;
  }
}

/**
 * Starts the cluster under `dataDir`, creating it first where there is none. Refused while another
 * process owns it; a server whose owner was killed is stopped first.
 */
export async function startPostgres({ dataDir, ...how }: Options): Promise<EmbeddedPostgres> {
  const place = choosePlace(dataDir);
  const lock = acquireLock(place.home);
  try {
    const { server, endpoint } = await launch(place, how);
    const password = readPassword(place.cluster);
    const url = (database: string) => endpoint.url(database, password);
    return {
      url,
      createDatabase: (name, template) => createDatabase(url(MAINTENANCE_DATABASE), name, template),
      async stop() {
        await server.stop();
        endpoint.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
