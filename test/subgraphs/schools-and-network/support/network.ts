import type { Actor } from '../../../../platform/actor.ts';
import { PUBLIC_ACTOR } from '../../../../platform/actor.ts';
import type { Database } from '../../../../platform/database.ts';
import { createLocalSubgraph } from '../../../../platform/graphql/local-subgraph.ts';
import type { SubgraphResponse } from '../../../../platform/subgraph.ts';
import { createSchoolsAndNetwork } from '../../../../subgraphs/schools-and-network/subgraph.ts';
import { startTestDatabases } from '../../../support/test-database.ts';
import { createMakers, type Makers } from './makers.ts';

/** In fiscal year 2027. */
export const NOW = new Date('2026-10-05T16:00:00Z');
export const STAFF: Actor = { subject: 'staff-1', role: 'SCHOOL_STAFF', schools: ['90350010'] };

export type Question = { readonly as?: Actor; readonly at?: Date } & Readonly<
  Record<string, unknown>
>;

/** The subgraph over an empty database of its own. */
export type Network = {
  readonly database: Database;
  readonly make: Makers;
  /** What the subgraph answers; variables beside `as` and `at`. */
  ask(query: string, question?: Question): Promise<SubgraphResponse>;
  /** How many statements a question took. */
  cost(question: () => Promise<unknown>): Promise<number>;
  stop(): Promise<void>;
};

const log = (error: unknown) => {
  throw error;
};

export async function startNetwork(): Promise<Network> {
  const databases = await startTestDatabases();
  const database = await databases.create('schools-and-network');
  let now = NOW;
  const subgraph = createLocalSubgraph(createSchoolsAndNetwork(database, log, () => now));
  return {
    database,
    make: createMakers(database),
    ask(query, { as: actor = PUBLIC_ACTOR, at = NOW, ...variables } = {}) {
      now = at;
      return subgraph.execute({ query, variables }, { actor, requestId: 'test' });
    },
    async cost(question) {
      const before = database.statements();
      await question();
      return database.statements() - before;
    },
    stop: databases.stop,
  };
}
