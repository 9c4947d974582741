import { z } from 'zod';
import { readEnv } from '../../platform/env.ts';
import { createHttpSubgraph } from '../../platform/graphql/http-subgraph.ts';
import { type Running, runUntilSignal } from '../../platform/run.ts';
import { fixtures } from '../../test/gateway/support/subgraph-fixtures.ts';

/** One subgraph of the gateway's tests in a process of its own: it has no database, and costs nothing. */
async function start(): Promise<Running> {
  const env = readEnv({ NAME: z.string(), ACTOR_TOKEN_KEY: z.string() });
  const parts = fixtures().find(({ name }) => name === env.NAME);
  if (!parts) throw new Error(`There is no fixture "${env.NAME}".`);
  const app = await createHttpSubgraph(parts, {
    key: env.ACTOR_TOKEN_KEY,
    ready: async () => true,
  });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  process.stdout.write(`${origin}/graphql\n`);
  return app;
}

await runUntilSignal(start);
