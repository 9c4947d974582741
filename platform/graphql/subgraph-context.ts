import type pg from 'pg';
import type { Actor } from '../actor.ts';
import type { Vouched } from '../actor-token.ts';
import { type LoaderPerField, loaderPerField } from '../loader.ts';
import { readModels } from '../read/model.ts';
import { createReader } from '../read/reader.ts';
import type { DataClass } from '../vocabulary.ts';
import { readableClasses } from './access-by-class.ts';

/** What every resolver of a subgraph is given: who asks, and the ways to the rows. `Db` is its Prisma client. */
export type SubgraphContext<Db> = {
  readonly actor: Actor;
  readonly readable: ReadonlySet<DataClass>;
  readonly now: Date;
  /** Writes. */
  readonly db: Db;
  /** Reads: one statement each, whatever they include. */
  readonly read: ReturnType<typeof createReader<Db>>;
  readonly loader: LoaderPerField;
};

type Sources<Db> = {
  readonly db: Db;
  readonly pool: pg.Pool;
  readonly datamodel: Parameters<typeof readModels>[0];
  /** The only source of time. */
  readonly clock: () => Date;
};

/**
 * How long a write may wait for a connection and take, in milliseconds: Prisma's own 2 and 5 seconds
 * are short for the first request of a cold process.
 */
export const TRANSACTION_LIMITS = { maxWait: 10_000, timeout: 15_000 };

/** Makes contexts over one database: one for each request. */
export function contextsOf<Db>({ db, pool, datamodel, clock }: Sources<Db>) {
  const read = createReader<Db>(pool, readModels(datamodel));
  return ({ actor }: Vouched): SubgraphContext<Db> => ({
    actor,
    readable: readableClasses(actor.role),
    now: clock(),
    db,
    read,
    loader: loaderPerField(),
  });
}
