import { PrismaPg } from '@prisma/adapter-pg';
import type { Vouched } from '../../platform/actor-token.ts';
import type { Database } from '../../platform/database.ts';
import {
  contextsOf,
  type SubgraphContext,
  TRANSACTION_LIMITS,
} from '../../platform/graphql/subgraph-context.ts';
import { PrismaClient } from './generated/client/client.ts';
import { getDatamodel } from './generated/pothos.ts';
import { keepCohort } from './reports/keep-cohort.ts';

export type Context = SubgraphContext<PrismaClient> & {
  /** Counts the kept funnels and gaps of a school year where that has to be. */
  readonly pipelineUpToDate: ReturnType<typeof keepCohort>;
};

/** Makes contexts over one database; `clock` is the only source of time. */
export function createContexts({ pool }: Database, clock: () => Date) {
  const createContext = contextsOf({
    db: new PrismaClient({
      adapter: new PrismaPg(pool),
      transactionOptions: TRANSACTION_LIMITS,
    }),
    pool,
    datamodel: getDatamodel(),
    clock,
  });
  const pipelineUpToDate = keepCohort(pool);
  return (vouched: Vouched): Context => ({ ...createContext(vouched), pipelineUpToDate });
}
