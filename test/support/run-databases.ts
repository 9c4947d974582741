import { randomBytes } from 'node:crypto';
import pg, { escapeIdentifier } from 'pg';
import { inject } from 'vitest';

/** PostgreSQL's own, in which there is nothing. */
export const EMPTY = async () => 'template1';

function maintenanceUrl(): string {
  const url = inject('postgresUrl');
  if (url) return url;
  throw new Error('This project has no PostgreSQL: give it WITH_POSTGRES in vitest.config.ts.');
}

/** A database of the run's PostgreSQL. */
export function urlOf(database: string): string {
  const url = new URL(maintenanceUrl());
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.href;
}

/** The same, for connections that cannot write. */
export function readOnlyUrlOf(database: string): string {
  const url = new URL(urlOf(database));
  url.searchParams.set('options', '-c default_transaction_read_only=on');
  return url.href;
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: maintenanceUrl() });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const create = (client: pg.Client, name: string, template: string) =>
  client.query(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(template)}`);

const drop = (client: pg.Client, name: string) =>
  client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);

/** Copies a database to which nobody is connected, under a name that no other file of the run has. */
export async function copyDatabase(template: string): Promise<string> {
  const name = `${template} ${randomBytes(6).toString('hex')}`;
  await asAdmin((client) => create(client, name, template));
  return name;
}

/** Whoever is still connected loses the connection. */
export const dropDatabases = (names: readonly string[]): Promise<void> =>
  asAdmin(async (client) => {
    for (const name of names) await drop(client, name);
  });

async function exist(client: pg.Client, names: readonly string[]): Promise<boolean> {
  const sql = 'select from pg_database where datname = any($1)';
  return (await client.query(sql, [names])).rowCount === names.length;
}

/** A database that others are copied from, itself begun as a copy of another. */
export type Template = { readonly name: string; from(): Promise<string> };

/** Fills all of them; `urlOf` opens one by its name. */
export type Fill = (urlOf: (template: string) => string) => Promise<void>;

const draftOf = (name: string) => `${name} (draft)`;

async function begin(client: pg.Client, { name, from }: Template): Promise<void> {
  await drop(client, name);
  await drop(client, draftOf(name));
  await create(client, draftOf(name), await from());
}

const finish = (client: pg.Client, { name }: Template) =>
  client.query(
    `alter database ${escapeIdentifier(draftOf(name))} rename to ${escapeIdentifier(name)}`,
  );

/**
 * Makes templates once in a run: whoever comes second waits for the first, and finds them. They get their
 * names when all of them are filled, so that a failure leaves nothing to copy.
 */
export const makeOnce = (templates: readonly Template[], fill: Fill): Promise<void> =>
  asAdmin(async (client) => {
    const names = templates.map(({ name }) => name);
    await client.query('select pg_advisory_lock(hashtextextended($1, 0))', [names.join()]);
    if (await exist(client, names)) return;
    for (const template of templates) await begin(client, template);
    await fill((name) => urlOf(draftOf(name)));
    for (const template of templates) await finish(client, template);
  });
