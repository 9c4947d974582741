import {
  type Connection,
  type PageArgs,
  readCursor,
  rowsToRead,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import { readModels } from '../../platform/read/model.ts';
import { compileWhere, parameter, type Values } from '../../platform/read/where.ts';
import type { Context } from './context.ts';
import type { Point } from './domain/great-circle.ts';
import type { Prisma } from './generated/client/client.ts';
import { getDatamodel } from './generated/pothos.ts';
import { milesFrom } from './nearby.ts';

/** An order by what is no column: SQL over the opportunity `t0` and its site `s`. */
export type Ranking = {
  /** Stands in the cursors of this order, so that those of another are refused. */
  readonly name: string;
  readonly sql: (given: (value: unknown) => string) => string;
  readonly type: 'float8' | 'int4';
  /** What its ranks look like: nothing that PostgreSQL could not read as the type. */
  readonly shape: RegExp;
  readonly first: 'least' | 'most';
};

export const BY_WAGE: Ranking = {
  name: 'WAGE',
  sql: () => 'coalesce(t0.hourly_wage_cents, 0)',
  type: 'int4',
  shape: /^\d{1,9}$/,
  first: 'most',
};

export const byDistance = (from: Point): Ranking => ({
  name: 'DISTANCE',
  sql: (given) => milesFrom(from, { lat: 's.lat', lon: 's.lon' }, given),
  type: 'float8',
  shape: /^\d{1,9}(\.\d{1,30})?(e-\d{1,2})?$/,
  first: 'least',
});

export type Ranked = { readonly id: string; readonly rank: string };

const MODELS = readModels(getDatamodel());

/** A page of the ids that fit a condition, in the order of a ranking; equal ranks go by id. */
export async function rankedPage(
  { pool, read }: Context,
  where: Prisma.OpportunityWhereInput,
  ranking: Ranking,
  page: PageArgs,
): Promise<Connection<Ranked>> {
  const [, rank, id] =
    readCursor(page, [new RegExp(`^${ranking.name}$`), ranking.shape, UUID_SHAPE]) ?? [];
  const values: Values = { list: [] };
  const given = (value: unknown) => parameter(values, value);
  const ranked = ranking.sql((value) => `${given(value)}::float8`);
  const subject = { models: MODELS, model: 'Opportunity', alias: 't0' };
  const conditions = [compileWhere(subject, where, values)];
  const [compare, direction] = ranking.first === 'least' ? ['>', 'asc'] : ['<', 'desc'];
  if (rank)
    conditions.push(
      `(${ranked}, t0.id) ${compare} (${given(rank)}::${ranking.type}, ${given(id)})`,
    );
  const { rows } = await pool.query<Ranked>(
    `select t0.id::text as id, (${ranked})::text as rank
       from opportunity t0 join site s on s.id = t0.site_id
      where ${conditions.join(' and ')}
      order by ${ranked} ${direction}, t0.id ${direction} limit ${given(rowsToRead(page))}`,
    values.list,
  );
  return toConnection(
    rows,
    page,
    (row) => [ranking.name, row.rank, row.id],
    () => read.count('opportunity', where),
  );
}
