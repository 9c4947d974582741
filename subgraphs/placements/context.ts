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
import { keepPerkins } from './reports/perkins/keep.ts';
import { keepSkillGain } from './reports/skill-gain/keep-gain.ts';

export type Context = SubgraphContext<PrismaClient> & {
  /** Counts the kept cells of a reporting year where that has to be. */
  readonly perkinsUpToDate: ReturnType<typeof keepPerkins>;
  /** The same of the skill gain of a fiscal year. */
  readonly skillGainUpToDate: ReturnType<typeof keepSkillGain>;
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
  const perkinsUpToDate = keepPerkins(pool);
  const skillGainUpToDate = keepSkillGain(pool);
  return (vouched: Vouched): Context => ({
    ...createContext(vouched),
    perkinsUpToDate,
    skillGainUpToDate,
  });
}
