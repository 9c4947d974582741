import { join } from 'node:path';
import type { Follower } from '../../platform/feed/fact.ts';
import type { CreateSubgraph } from '../../platform/serve.ts';
import type { SubgraphName } from '../../platform/subgraph.ts';

const ROOT = join(import.meta.dirname, '..', '..');

/** A subgraph as the scripts that start all four see it. */
export type Part = {
  readonly name: SubgraphName;
  /** The name of its database, and of the variable `…_DATABASE_URL`. */
  readonly database: 'schools' | 'employers' | 'students' | 'placements';
  readonly migrationsDir: string;
  /** Loads the code late: it needs the generated Prisma client. */
  readonly load: () => Promise<CreateSubgraph>;
  /** What it keeps of the others' facts. */
  readonly followers: () => Promise<readonly Follower[]>;
};

const migrationsOf = (name: SubgraphName) => join(ROOT, 'subgraphs', name, 'prisma', 'migrations');

export const PARTS: readonly Part[] = [
  {
    name: 'schools-and-network',
    database: 'schools',
    migrationsDir: migrationsOf('schools-and-network'),
    load: async () =>
      (await import('../../subgraphs/schools-and-network/subgraph.ts')).createSchoolsAndNetwork,
    followers: async () =>
      (await import('../../subgraphs/schools-and-network/following.ts')).FOLLOWERS,
  },
  {
    name: 'employers-and-sites',
    database: 'employers',
    migrationsDir: migrationsOf('employers-and-sites'),
    load: async () =>
      (await import('../../subgraphs/employers-and-sites/subgraph.ts')).createEmployersAndSites,
    followers: async () =>
      (await import('../../subgraphs/employers-and-sites/following.ts')).FOLLOWERS,
  },
  {
    name: 'students-and-mycap',
    database: 'students',
    migrationsDir: migrationsOf('students-and-mycap'),
    load: async () =>
      (await import('../../subgraphs/students-and-mycap/subgraph.ts')).createStudentsAndMyCap,
    followers: async () =>
      (await import('../../subgraphs/students-and-mycap/following.ts')).FOLLOWERS,
  },
  {
    name: 'placements',
    database: 'placements',
    migrationsDir: migrationsOf('placements'),
    load: async () => (await import('../../subgraphs/placements/subgraph.ts')).createPlacements,
    followers: async () => (await import('../../subgraphs/placements/following.ts')).FOLLOWERS,
  },
];
