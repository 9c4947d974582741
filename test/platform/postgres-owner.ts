/** A process of its own that owns a cluster, and ends as its second argument says. */
import { Client } from 'pg';
import { startPostgres } from '../../platform/postgres/start-postgres.ts';

const [dataDir = '', ending = 'waits'] = process.argv.slice(2);
const postgres = await startPostgres({ dataDir, log: () => undefined });
const url = postgres.url('postgres');

async function drain(): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('create table drained ()');
  await client.end();
  process.exit(0);
}

const endings: Record<string, () => unknown> = {
  waits: () => undefined,
  drains: () => process.once('SIGINT', () => void drain()),
  throws: () => {
    throw new Error('A bug.');
  },
  exits: () => process.exit(0),
};

process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
process.stdin.once('data', () => endings[ending]?.());
if (ending === 'drains') endings.drains?.();
