import { z } from 'zod';
import { subgraphKey } from '../platform/actor-token.ts';
import { readEnv } from '../platform/env.ts';
import { runUntilSignal } from '../platform/run.ts';
import { StartupError } from '../platform/startup-error.ts';
import { SUBGRAPHS } from '../platform/subgraph.ts';

const HELP = `Prints the key that a subgraph verifies the gateway's tokens with: its ACTOR_TOKEN_KEY.

  ACTOR_TOKEN_SECRET=… npm run token-key -- ${SUBGRAPHS.join(' | ')}
`;

const [name = ''] = process.argv.slice(2);

function printKey(): void {
  if (!SUBGRAPHS.some((known) => known === name)) throw new StartupError(HELP);
  const { ACTOR_TOKEN_SECRET } = readEnv({
    ACTOR_TOKEN_SECRET: z.string().min(32, 'It must have 32 characters or more'),
  });
  process.stdout.write(`${subgraphKey(ACTOR_TOKEN_SECRET, name)}\n`);
}

await runUntilSignal(async () => {
  printKey();
  return { close: async () => {} };
});
