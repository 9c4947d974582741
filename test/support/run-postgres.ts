import type { TestProject } from 'vitest/node';
import { startTemporaryPostgres } from '../../platform/postgres/temporary.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Opens the maintenance database of the run's PostgreSQL. */
    postgresUrl: string;
  }
}

/** One PostgreSQL for a whole run: started by the first project of the run that needs one. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.getProvidedContext().postgresUrl) return undefined;
  const postgres = await startTemporaryPostgres();
  project.vitest.provide('postgresUrl', postgres.url('postgres'));
  return () => postgres.stop();
}
