import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../platform/migrate.ts';
import { requireNewEnough } from '../../platform/migrations/connect.ts';
import { diffSchema } from '../../platform/migrations/schema-diff.ts';
import type { EmbeddedPostgres } from '../../platform/postgres/start-postgres.ts';
import { startTemporaryPostgres } from '../../platform/postgres/temporary.ts';
import { query } from './postgres-owner-process.ts';

const SLOW = 60_000;
const STUDENT = 'create table student (id int primary key);';
const SEATS = `-- A semicolon; in a comment
create function seats() returns int language plpgsql as $$ begin perform 1; return 2; end $$;
insert into student values (length('x;y'));`;

let folder: string;
let postgres: EmbeddedPostgres;
let databases = 0;
let url: string;
let migrationsDir: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'migrate-test-'));
  postgres = await startTemporaryPostgres();
}, SLOW);

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}, SLOW);

beforeEach(async () => {
  databases += 1;
  await postgres.createDatabase(`test${databases}`);
  url = postgres.url(`test${databases}`);
  migrationsDir = join(folder, `migrations${databases}`);
  mkdirSync(migrationsDir);
  writeFileSync(join(migrationsDir, 'migration_lock.toml'), 'provider = "postgresql"\n');
});

function write(name: string, sql: string): void {
  mkdirSync(join(migrationsDir, name), { recursive: true });
  writeFileSync(join(migrationsDir, name, 'migration.sql'), sql);
}

const refusal = () => expect(migrate({ url, migrationsDir })).rejects;

describe('migrating', { timeout: SLOW }, () => {
  it('applies what is new, in order, once', async () => {
    write('20250102000000_seats', SEATS);
    write('20250101000000_student', STUDENT);
    const both = ['20250101000000_student', '20250102000000_seats'];
    expect(await migrate({ url, migrationsDir })).toEqual(both);
    expect(await migrate({ url, migrationsDir })).toEqual([]);
    expect(await query(url, 'select seats(), id from student')).toEqual([{ seats: 2, id: 3 }]);
  });

  it('leaves the history as Prisma writes it', async () => {
    write('20250101000000_student', STUDENT);
    await migrate({ url, migrationsDir });
    expect(await query(url, 'select * from _prisma_migrations')).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        checksum: createHash('sha256').update(STUDENT).digest('hex'),
        started_at: expect.any(Date),
        finished_at: expect.any(Date),
        migration_name: '20250101000000_student',
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
      },
    ]);
  });

  it('lets two replicas start at once', async () => {
    write('20250101000000_student', `select pg_sleep(0.2); ${STUDENT}`);
    write('20250102000000_seats', SEATS);
    const replicas = Array.from({ length: 4 }, () => migrate({ url, migrationsDir }));
    const applied = (await Promise.all(replicas)).flat();
    expect(applied).toEqual(['20250101000000_student', '20250102000000_seats']);
  });

  it('has nothing to do where there are no migrations', async () => {
    expect(await migrate({ url, migrationsDir: join(folder, 'none') })).toEqual([]);
  });

  it('refuses a migration that it does not know', async () => {
    write('20250101000000_student', STUDENT);
    await migrate({ url, migrationsDir });
    rmSync(join(migrationsDir, '20250101000000_student'), { recursive: true });
    await refusal().toThrow(
      /has the migration "20250101000000_student", which this release does not know/,
    );
  });

  it('refuses a migration that was edited after it was applied', async () => {
    write('20250101000000_student', STUDENT);
    await migrate({ url, migrationsDir });
    write('20250101000000_student', `${STUDENT} -- edited`);
    await refusal().toThrow(/The migration "20250101000000_student" was edited after/);
  });

  it('applies a failed migration not at all, names it, and refuses until it is resolved', async () => {
    write('20250101000000_student', STUDENT);
    write('20250102000000_broken', 'create table half (); create table student ();');
    await refusal().toThrow(/20250102000000_broken.*relation "student" already exists/);
    expect(await query(url, `select to_regclass('half') as half`)).toEqual([{ half: null }]);
    await refusal().toThrow(
      /The migration "20250102000000_broken" failed in the database "test\d+"/,
    );

    await query(
      url,
      'update _prisma_migrations set rolled_back_at = now() where finished_at is null',
    );
    write('20250102000000_broken', 'create table half ();');
    expect(await migrate({ url, migrationsDir })).toEqual(['20250102000000_broken']);
  });

  it('names a migration without SQL', async () => {
    mkdirSync(join(migrationsDir, '20250101000000_empty'));
    await refusal().toThrow('The migration "20250101000000_empty" has no migration.sql');
  });

  it('says which database cannot be reached, and never its password', async () => {
    const error = await migrate({
      url: 'postgresql://app:s3cret@127.0.0.1:1/placements',
      migrationsDir,
    }).catch(String);
    expect(error).toBe(
      'StartupError: The database "placements" at 127.0.0.1:1 cannot be reached (connect ECONNREFUSED 127.0.0.1:1); start it, or correct its URL.',
    );
  });

  it('says when the URL is none', async () => {
    await expect(migrate({ url: 's3cret', migrationsDir })).rejects.toThrow(
      'A database URL is malformed; write it as postgresql://USER:PASSWORD@HOST/DATABASE.',
    );
  });

  it('says when the password is wrong, without it', async () => {
    const error = await migrate({ url: url.replace(/:[^:@]+@/, ':s3cret@'), migrationsDir }).catch(
      String,
    );
    expect(error).toContain('password authentication failed');
    expect(error).not.toContain('s3cret');
  });

  it('says which PostgreSQL is too old', () => {
    const old = { number: 150_003, version: '15.3' };
    expect(() => requireNewEnough(old, 'postgresql://app:s3cret@db.example/placements')).toThrow(
      'The database "placements" at db.example runs PostgreSQL 15.3; PostgreSQL 18 or newer is needed.',
    );
  });
});

describe('comparing a schema with its migrations', { timeout: SLOW }, () => {
  it('finds the SQL that is missing, and nothing once it is there', async () => {
    const schemaFile = join(migrationsDir, 'schema.prisma');
    writeFileSync(
      schemaFile,
      'datasource db {\n provider = "postgresql"\n}\nmodel A {\n id Int @id\n b B[]\n}\nmodel B {\n id Int @id\n a A @relation(fields: [aId], references: [id])\n aId Int\n}\n',
    );
    await postgres.createDatabase('compare-main');
    await postgres.createDatabase('compare-shadow');
    const request = {
      migrationsDir,
      schemaFile,
      url: postgres.url('compare-main'),
      shadowUrl: postgres.url('compare-shadow'),
    };
    const sql = await diffSchema(request);
    expect(sql).toContain('CREATE TABLE "A"');
    write('20250101000000_init', sql ?? '');
    write('20250102000000_check', 'alter table "A" add check (id > 0);');
    expect(await diffSchema(request)).toBeUndefined();
  });
});
