import type { SubgraphName } from '../../platform/subgraph.ts';
import { SILENT } from '../../scripts/seed/progress.ts';
import { type SeedRequest, seedDemo } from '../../scripts/seed/seed-demo.ts';
import type { DatabaseName, DatabaseUrls } from '../../scripts/seed/seeded-state.ts';
import { migratedTemplate } from './migrated-template.ts';
import { copyDatabase, dropDatabases, makeOnce, readOnlyUrlOf, urlOf } from './run-databases.ts';

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

const urlsBy = (textFor: (database: DatabaseName) => string): DatabaseUrls => ({
  schools: textFor('schools'),
  employers: textFor('employers'),
  students: textFor('students'),
  placements: textFor('placements'),
});

async function copy(
  templateOf: (database: DatabaseName) => Promise<string>,
): Promise<DemoDatabases> {
  const copyOf = async (database: DatabaseName) => copyDatabase(await templateOf(database));
  const [schools, employers, students, placements] = await Promise.all([
    copyOf('schools'),
    copyOf('employers'),
    copyOf('students'),
    copyOf('placements'),
  ]);
  const names = { schools, employers, students, placements };
  return {
    urls: urlsBy((database) => urlOf(names[database])),
    drop: () => dropDatabases(Object.values(names)),
  };
}

const migrated = (database: DatabaseName) => migratedTemplate(SUBGRAPHS[database]);

/** Migrated, without rows. */
export const emptyDemo = (): Promise<DemoDatabases> => copy(migrated);

type Purpose = 'to copy' | 'to read';

/** Seeds in the first file of the run that asks; gives the names of the four. */
async function seededOnce({ students, seed, asOf }: SeededWith, purpose: Purpose) {
  const nameOf = (database: DatabaseName) => `${database} ${students} ${seed} ${asOf} ${purpose}`;
  const templates = DATABASES.map((database) => ({
    name: nameOf(database),
    from: () => migrated(database),
  }));
  await makeOnce(templates, async (draft) => {
    const urls = urlsBy((database) => draft(nameOf(database)));
    await seedDemo({ urls, students, seed, asOf, progress: SILENT });
  });
  return nameOf;
}

/** A demo of the file's own, to change as it likes. */
export async function seededDemo(demo: SeededWith): Promise<DemoDatabases> {
  const nameOf = await seededOnce(demo, 'to copy');
  return copy(async (database) => nameOf(database));
}

/** A demo that many files read and none changes. */
export async function demoToRead(demo: SeededWith): Promise<DatabaseUrls> {
  const nameOf = await seededOnce(demo, 'to read');
  return urlsBy((database) => readOnlyUrlOf(nameOf(database)));
}
