import type { SubgraphName } from '../../platform/subgraph.ts';
import { SILENT } from '../../scripts/seed/progress.ts';
import { type SeedRequest, seedDemo } from '../../scripts/seed/seed-demo.ts';
import type { DatabaseName, DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import { migratedTemplate } from './migrated-template.ts';
import { copyDatabase, dropDatabases, makeOnce, urlOf } from './run-databases.ts';

/** Four databases of a file's own. */
export type DemoDatabases = { readonly urls: DatabaseUrls; drop(): Promise<void> };
export type SeededWith = Pick<SeedRequest, 'students' | 'seed' | 'asOf'>;

const SUBGRAPHS: Readonly<Record<DatabaseName, SubgraphName>> = {
  schools: 'schools-and-network',
  employers: 'employers-and-sites',
  students: 'students-and-mycap',
  placements: 'placements',
};

const DATABASES = ['schools', 'employers', 'students', 'placements'] as const;

async function copy(templateOf: (database: DatabaseName) => Promise<string>) {
  const copyOf = async (database: DatabaseName) => copyDatabase(await templateOf(database));
  const [schools, employers, students, placements] = await Promise.all([
    copyOf('schools'),
    copyOf('employers'),
    copyOf('students'),
    copyOf('placements'),
  ]);
  return {
    urls: {
      schools: urlOf(schools),
      employers: urlOf(employers),
      students: urlOf(students),
      placements: urlOf(placements),
    },
    drop: () => dropDatabases([schools, employers, students, placements]),
  };
}

const migrated = (database: DatabaseName) => migratedTemplate(SUBGRAPHS[database]);

/** Migrated, without rows. */
export const emptyDemo = (): Promise<DemoDatabases> => copy(migrated);

/** Seeded by the first file of the run that asks for the same, and copied for each. */
export async function seededDemo(demo: SeededWith): Promise<DemoDatabases> {
  const { students, seed, asOf } = demo;
  const nameOf = (database: DatabaseName) => `${database} ${students} ${seed} ${asOf}`;
  const templates = DATABASES.map((database) => ({
    name: nameOf(database),
    from: () => migrated(database),
  }));
  await makeOnce(templates, async (draft) => {
    const urls = {
      schools: draft(nameOf('schools')),
      employers: draft(nameOf('employers')),
      students: draft(nameOf('students')),
      placements: draft(nameOf('placements')),
    };
    await seedDemo({ urls, students, seed, asOf, progress: SILENT });
  });
  return copy(async (database) => nameOf(database));
}
