import { join } from 'node:path';
import { serveSubgraph } from '../../platform/serve.ts';
import { createSchoolsAndNetwork } from './subgraph.ts';

await serveSubgraph({
  databaseVariable: 'SCHOOLS_DATABASE_URL',
  migrationsDir: join(import.meta.dirname, 'prisma', 'migrations'),
  create: createSchoolsAndNetwork,
});
