import { afterAll, beforeAll } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '../../../platform/actor.ts';
import type { Database } from '../../../platform/database.ts';
import { createLocalSubgraph } from '../../../platform/graphql/local-subgraph.ts';
import type { LocalSubgraph, SubgraphRequest } from '../../../platform/subgraph.ts';
import { createEmployersAndSites } from '../../../subgraphs/employers-and-sites/subgraph.ts';
import {
  DATABASE_TIMEOUT,
  startTestDatabases,
  type TestDatabases,
} from '../../support/test-database.ts';

/** The day it is in these tests, in the afternoon. */
const NOW = new Date('2026-06-01T18:00:00Z');

export const BOARD_STAFF: Actor = { subject: 'board', role: 'BOARD_STAFF', board: 'BOSTON' };

/** The subgraph over a database of the test file's own, which its tests share. */
export function openGraph() {
  let databases: TestDatabases;
  let database: Database;
  let subgraph: LocalSubgraph;

  beforeAll(async () => {
    databases = await startTestDatabases();
    database = await databases.create('employers-and-sites');
    const log = (error: unknown) => process.stderr.write(`${String(error)}\n`);
    subgraph = createLocalSubgraph(createEmployersAndSites(database, log, () => NOW));
  }, DATABASE_TIMEOUT);
  afterAll(() => databases.stop(), DATABASE_TIMEOUT);

  const ask = (
    query: string,
    variables: SubgraphRequest['variables'] = {},
    actor: Actor = PUBLIC_ACTOR,
  ) => subgraph.execute({ query, variables }, { actor, requestId: 'test' });

  return {
    database: () => database,
    ask,
    /** The answer, and how many statements it took. */
    async count(...question: Parameters<typeof ask>) {
      const before = database.statements();
      const answer = await ask(...question);
      return { ...answer, statements: database.statements() - before };
    },
  };
}
