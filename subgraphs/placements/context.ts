import { PrismaPg } from '@prisma/adapter-pg';
import type { Actor } from '../../platform/actor.ts';
import type { Vouched } from '../../platform/actor-token.ts';
import type { Database } from '../../platform/database.ts';
import { readableClasses } from '../../platform/graphql/access-by-class.ts';
import { type LoaderPerField, loaderPerField } from '../../platform/loader.ts';
import { readModels } from '../../platform/read/model.ts';
import { createReader } from '../../platform/read/reader.ts';
import type { DataClass } from '../../platform/vocabulary.ts';
import { PrismaClient } from './generated/client/client.ts';
import { getDatamodel } from './generated/pothos.ts';

/** What every resolver here is given: who asks, and the ways to the rows. */
export type Context = {
  readonly actor: Actor;
  readonly readable: ReadonlySet<DataClass>;
  readonly now: Date;
  /** Writes. */
  readonly db: PrismaClient;
  /** Reads: one statement each, whatever they include. */
  readonly read: ReturnType<typeof createReader<PrismaClient>>;
  readonly loader: LoaderPerField;
};

/** Makes contexts over one database; `clock` is the only source of time. */
export function createContexts({ pool }: Database, clock: () => Date) {
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  const read = createReader<PrismaClient>(pool, readModels(getDatamodel()));
  return ({ actor }: Vouched): Context => ({
    actor,
    readable: readableClasses(actor.role),
    now: clock(),
    db,
    read,
    loader: loaderPerField(),
  });
}
