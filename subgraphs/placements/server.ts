import { join } from 'node:path';
import { serveSubgraph } from '../../platform/serve.ts';
import { createPlacements } from './subgraph.ts';

await serveSubgraph({
  databaseVariable: 'PLACEMENTS_DATABASE_URL',
  migrationsDir: join(import.meta.dirname, 'prisma', 'migrations'),
  create: createPlacements,
});
