import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { asLetters, castLetters } from './letters.ts';

/**
 * The adapter cuts a script at every semicolon, even inside a function's body. Sent whole, PostgreSQL
 * cuts it, and runs it in one transaction, as Prisma's native engine has it.
 */
async function connectWhole(url: string) {
  // One connection: the engine's advisory lock belongs to the connection that took it.
  const adapter = await new PrismaPg({ connectionString: url, max: 1 }).connect();
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => asLetters(await queryRaw(castLetters(query)));
  return adapter;
}

type Adapter = Awaited<ReturnType<typeof connectWhole>>;

/**
 * What the engine works on. The shadow database is one that may be emptied: the adapter's own choice
 * would be the live database under another name.
 */
export function engineAdapter(url: string, shadowUrl: string | undefined) {
  const opened: Adapter[] = [];
  const connect = async (to: string) => {
    const adapter = await connectWhole(to);
    opened.push(adapter);
    return adapter;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(url),
    connectToShadowDb: () => {
      if (!shadowUrl) throw new Error('Migrating a live database needs no shadow database.');
      return connect(shadowUrl);
    },
  };
  return {
    adapter: bindMigrationAwareSqlAdapterFactory(factory),
    async close() {
      for (const adapter of opened) {
        const pool = adapter.underlyingDriver();
        if (!pool.ended) await pool.end();
      }
    },
  };
}
