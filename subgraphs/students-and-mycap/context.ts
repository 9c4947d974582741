import { PrismaPg } from '@prisma/adapter-pg';
import type { Database } from '../../platform/database.ts';
import { contextsOf, type SubgraphContext } from '../../platform/graphql/subgraph-context.ts';
import { PrismaClient } from './generated/client/client.ts';
import { getDatamodel } from './generated/pothos.ts';

export type Context = SubgraphContext<PrismaClient>;

/**
 * How long a write may wait for a connection and take, in milliseconds: Prisma's own 2 and 5 seconds
 * are short for the first request of a cold process.
 */
const TRANSACTIONS = { maxWait: 10_000, timeout: 15_000 };

/** Makes contexts over one database; `clock` is the only source of time. */
export const createContexts = ({ pool }: Database, clock: () => Date) =>
  contextsOf({
    db: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions: TRANSACTIONS }),
    pool,
    datamodel: getDatamodel(),
    clock,
  });
