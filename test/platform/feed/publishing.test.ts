import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { beginLoad, endLoad } from '../../../platform/feed/bulk-load.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';
import { textOf } from './support.ts';

let databases: TestDatabases;
let database: Database;

/** A thing of several rows, with triggers as a subgraph's migration has them. */
const SHELVES = `
  create table shelf (id text primary key);
  create table book (title text primary key, shelf_id text not null references shelf deferrable initially deferred);
  create view book_shelf_fact as
    select id as key, json_build_object('id', id, 'books',
      (select coalesce(json_agg(title order by title), '[]') from book where shelf_id = shelf.id)) as body
    from shelf;
  create function shelf_changed() returns trigger language plpgsql as $$
  begin
    perform refresh_fact('book-shelf', coalesce(new.id, old.id));
    return null;
  end $$;
  create trigger shelf_changed after insert or update or delete on shelf
    for each row execute function shelf_changed();
  create function book_changed() returns trigger language plpgsql as $$
  begin
    perform refresh_fact('book-shelf', id)
      from (select distinct unnest(array[old.shelf_id, new.shelf_id]) as id order by id) where id is not null;
    return null;
  end $$;
  create trigger book_changed after insert or update or delete on book
    for each row execute function book_changed();
  create or replace function republish_all() returns void language plpgsql as $$
  begin
    perform republish('book-shelf');
  end $$`;

beforeAll(async () => {
  databases = await startTestDatabases();
  database = await databases.create('schools-and-network');
  await database.pool.query(SHELVES);
});
beforeEach(() => database.pool.query('truncate shelf, book, change'));
afterAll(() => databases.stop());

const run = (sql: string) => database.pool.query(sql);
const facts = () => textOf(database, 'change');
const positions = async () =>
  (await run('select key, position from change order by position')).rows as readonly unknown[];

describe('a fact of a view', () => {
  it('follows its rows', async () => {
    await run(`insert into shelf values ('s')`);
    expect(await facts()).toBe('book-shelf s {"id": "s", "books": []}');
    await run(`insert into book values ('Emma', 's'), ('Dune', 's')`);
    expect(await facts()).toBe('book-shelf s {"id": "s", "books": ["Dune", "Emma"]}');
    await run(`delete from book; delete from shelf`);
    expect(await facts()).toBe('');
    expect(await run('select body from change')).toMatchObject({ rows: [{ body: null }] });
  });

  it('holds what two transactions did to one thing at once', async () => {
    await run(`insert into shelf values ('s')`);
    const first = await database.pool.connect();
    await first.query('begin');
    await first.query(`insert into book values ('Emma', 's')`);
    const second = run(`insert into book values ('Dune', 's')`);
    const blocked = `select from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0
      and datname = current_database()`;
    while ((await run(blocked)).rowCount === 0);
    await first.query('commit');
    first.release();
    await second;
    expect(await facts()).toBe('book-shelf s {"id": "s", "books": ["Dune", "Emma"]}');
  });

  it('has a new position only where it says something else', async () => {
    await run(`insert into shelf values ('s'), ('t')`);
    const before = await positions();
    await run(`select refresh_fact('book-shelf', 's'), republish('book-shelf')`);
    expect(await positions()).toEqual(before);
  });
});

describe('a load', () => {
  it('publishes nothing row by row, and in the end what it left', async () => {
    await run(`insert into shelf values ('kept'), ('gone')`);
    const client = await database.pool.connect();
    await client.query('begin');
    await beginLoad(client);
    await client.query(`delete from shelf where id = 'gone'`);
    await client.query(`insert into shelf values ('new')`);
    await client.query(`insert into book values ('Emma', 'new')`);
    const untouched = await client.query(`select key from change where body is not null`);
    expect(untouched.rows.map(({ key }) => key).sort()).toEqual(['gone', 'kept']);
    await endLoad(client);
    await client.query('commit');
    client.release();
    expect(await facts()).toBe(
      'book-shelf kept {"id": "kept", "books": []}\nbook-shelf new {"id": "new", "books": ["Emma"]}',
    );
    await run(`insert into book values ('Dune', 'kept')`);
    expect(await facts()).toContain('"books": ["Dune"]');
  });

  it('keeps foreign keys', async () => {
    const client = await database.pool.connect();
    await client.query('begin');
    await beginLoad(client);
    await client.query(`insert into book values ('Emma', 'nowhere')`);
    await expect(endLoad(client)).rejects.toThrow(/foreign key/);
    await client.query('rollback');
    client.release();
  });
});
