import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import type { Database } from '../../platform/database.ts';
import {
  contextsOf,
  type SubgraphContext,
  TRANSACTION_LIMITS,
} from '../../platform/graphql/subgraph-context.ts';
import { PrismaClient } from './generated/client/client.ts';
import { getDatamodel } from './generated/pothos.ts';

export type Context = SubgraphContext<PrismaClient> & {
  /** For the one read that orders by what is no column. */
  readonly pool: pg.Pool;
};

/** Makes contexts over one database; `clock` is the only source of time. */
export function createContexts({ pool }: Database, clock: () => Date) {
  const create = contextsOf({
    db: new PrismaClient({
      adapter: new PrismaPg(pool),
      transactionOptions: TRANSACTION_LIMITS,
    }),
    pool,
    datamodel: getDatamodel(),
    clock,
  });
  return (...vouched: Parameters<typeof create>): Context => ({ ...create(...vouched), pool });
}
