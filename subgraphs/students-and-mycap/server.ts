import { join } from 'node:path';
import { serveSubgraph } from '../../platform/serve.ts';
import { createStudentsAndMyCap } from './subgraph.ts';

await serveSubgraph({
  databaseVariable: 'STUDENTS_DATABASE_URL',
  migrationsDir: join(import.meta.dirname, 'prisma', 'migrations'),
  create: createStudentsAndMyCap,
});
