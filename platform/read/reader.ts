import type { Types } from '@prisma/client/runtime/client';
import type pg from 'pg';
import { compileRows, type ReadArgs, type Revive } from './compile.ts';
import { type Model, snakeCase } from './model.ts';
import { runStatement, type Statement } from './statement.ts';
import { createStatements } from './statements.ts';
import { among, compileWhere, parameter, type Values, type Where } from './where.ts';

type Row = Record<string, unknown>;
/** The column that leads to the parents, and the parents' keys with their type in PostgreSQL: an enum's is quoted. */
export type Parents = {
  readonly field: string;
  readonly keys: readonly string[];
  readonly type: 'uuid' | 'bpchar' | `"${string}"`;
};
type Delegates<Db> = {
  [Name in keyof Db as Db[Name] extends { findMany: unknown } ? Name : never]: Db[Name];
};
/** The models of a Prisma client, as its properties name them: `student`, `myCapPlan`. */
export type ModelName<Db> = keyof Delegates<Db> & string;
type FindMany<Db, Name extends keyof Db> = Types.Public.Args<Db[Name], 'findMany'>;
type Rows<Db, Name extends keyof Db, Args> = Types.Public.Result<Db[Name], Args, 'findMany'>;
type WhereOf<Db, Name extends keyof Db> =
  FindMany<Db, Name> extends { where?: infer W } ? W : never;

const modelName = (property: string) => property.charAt(0).toUpperCase() + property.slice(1);

function parse(json: string | null | undefined, revive: Revive): Row[] {
  const list: Row[] = json ? JSON.parse(json) : [];
  for (const row of list) revive(row);
  return list;
}

/** The parents' keys as rows. One is planned as one: see `among` in `where.ts`. */
function keysOf({ keys, type }: Parents, values: Values): string {
  const [key, ...others] = keys;
  return key !== undefined && others.length === 0
    ? `select ${parameter(values, key)}::${type}`
    : `select * from unnest(${parameter(values, keys)}::${type}[])`;
}

/** Many rows as one JSON text: PostgreSQL writes it, and one call reads it. */
const asOneList = (rows: string) => `select json_agg(row_to_json(a)) as rows from (${rows}) a`;

/**
 * Reads by Prisma's own `findMany` arguments, compiled to one prepared statement that answers in
 * JSON. Rows are what Prisma would return; writes stay with Prisma. `Db` is the Prisma client's type.
 */
export function createReader<Db>(pool: pg.Pool, models: ReadonlyMap<string, Model>) {
  const { named, ofRows } = createStatements();
  const run = (statement: Statement, { list }: Values) => runStatement(pool, statement, list);

  return {
    /** All rows that fit, in one statement with all their relations. */
    async many<Name extends ModelName<Db>, Args extends FindMany<Db, Name>>(
      model: Name,
      args: Args,
    ): Promise<Rows<Db, Name, Args>> {
      const values: Values = { list: [] };
      const rows = compileRows(models, modelName(model), args as ReadArgs, values);
      const [row] = await run(ofRows(rows, 'all', asOneList), values);
      return parse(row?.[0], rows.outputs.revive) as Rows<Db, Name, Args>;
    },

    /** The rows of each of many parents, `args.take` at most for each, in one statement. */
    async manyFor<Name extends ModelName<Db>, Args extends FindMany<Db, Name>>(
      model: Name,
      parent: Parents,
      args: Args,
    ): Promise<ReadonlyMap<string, Rows<Db, Name, Args>>> {
      const values: Values = { list: [] };
      const keys = keysOf(parent, values);
      const key = snakeCase(parent.field);
      const compiled = compileRows(
        models,
        modelName(model),
        args as ReadArgs,
        values,
        (alias) => `${alias}."${key}" = k.key`,
      );
      const statement = ofRows(
        compiled,
        keys,
        (sql) =>
          `select k.key::text as key, (select json_agg(row_to_json(a)) from (${sql}) a) as rows ` +
          `from (${keys}) as k(key)`,
      );
      const rows = await run(statement, values);
      const { revive } = compiled.outputs;
      return new Map(
        rows.map(([id, own]) => [String(id), parse(own, revive) as Rows<Db, Name, Args>]),
      );
    },

    async count<Name extends ModelName<Db>>(
      model: Name,
      where: WhereOf<Db, Name>,
    ): Promise<number> {
      const values: Values = { list: [] };
      const subject = { models, model: modelName(model), alias: 't0' };
      const condition = compileWhere(subject, where as Where, values);
      const table = models.get(subject.model)?.table;
      const statement = named(
        `select count(*)::int as count from "${table}" t0 where ${condition}`,
      );
      const [row] = await run(statement, values);
      return Number(row?.[0]);
    },

    /** How many rows each of many parents has; a parent without rows is not in the map. */
    async countFor<Name extends ModelName<Db>>(
      model: Name,
      parent: Parents,
      where: WhereOf<Db, Name>,
    ): Promise<ReadonlyMap<string, number>> {
      const values: Values = { list: [] };
      const subject = { models, model: modelName(model), alias: 't0' };
      const key = `t0."${snakeCase(parent.field)}"`;
      const condition = `${among(key, parent.keys, values)} and ${compileWhere(subject, where as Where, values)}`;
      const table = models.get(subject.model)?.table;
      const statement = named(
        `select ${key}::text as key, count(*)::int as count from "${table}" t0 where ${condition} group by 1`,
      );
      const rows = await run(statement, values);
      return new Map(rows.map(([id, count]) => [String(id), Number(count)]));
    },
  };
}
