import { join } from 'node:path';
import { serveSubgraph } from '../../platform/serve.ts';
import { createEmployersAndSites } from './subgraph.ts';

await serveSubgraph({
  databaseVariable: 'EMPLOYERS_DATABASE_URL',
  migrationsDir: join(import.meta.dirname, 'prisma', 'migrations'),
  create: createEmployersAndSites,
});
