/** A laptop's share; durability stays on: what was acknowledged survives a crash. */
const SETTINGS = {
  shared_buffers: '128MB',
  max_connections: '100',
  synchronous_commit: 'on',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One request takes one core, and the 64 MB of /dev/shm in a container are never exceeded.
  max_parallel_workers_per_gather: '0',
  // Nobody replicates from it, and bulk loads into new tables need no write-ahead log.
  wal_level: 'minimal',
  max_wal_senders: '0',
  // The log names what failed, never the rows it failed on.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
} as const;

export const asArguments = (settings: Readonly<Record<string, string>>): string[] =>
  Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
