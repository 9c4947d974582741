import type { Database } from '../../platform/database.ts';
import type { SubgraphParts } from '../../platform/graphql/local-subgraph.ts';
import type { ErrorLog } from '../../platform/graphql/mask-error.ts';
import { createContexts } from './context.ts';
import { FOLLOWERS } from './following.ts';
import { schema } from './schema.ts';

/** This subgraph over one database, for either transport. */
export function createStudentsAndMyCap(
  database: Database,
  log: ErrorLog,
  clock: () => Date,
): SubgraphParts {
  const createContext = createContexts(database, clock);
  return { name: 'students-and-mycap', schema, createContext, log, followers: FOLLOWERS };
}
