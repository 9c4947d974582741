import { parseArgs } from 'node:util';
import { z } from 'zod';
import { subgraphKey } from '../platform/actor-token.ts';
import { readEnv } from '../platform/env.ts';
import { feedKey } from '../platform/feed/feed-token.ts';
import { runUntilSignal } from '../platform/run.ts';
import { StartupError } from '../platform/startup-error.ts';
import { SUBGRAPHS } from '../platform/subgraph.ts';

const HELP = `Prints a key of one subgraph, derived from the gateway's secret.

  ACTOR_TOKEN_SECRET=… npm run token-key -- NAME         verifies the gateway's tokens: its ACTOR_TOKEN_KEY
  ACTOR_TOKEN_SECRET=… npm run token-key -- NAME --feed  opens its feed: its FEED_KEY, its followers' …_FEED_KEY

NAME is ${SUBGRAPHS.join(', ')}.
`;

const { values, positionals } = parseArgs({
  options: {
    feed: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
});

function printKey(): void {
  const name = SUBGRAPHS.find((known) => known === positionals[0]);
  if (!name) throw new StartupError(HELP);
  const { ACTOR_TOKEN_SECRET } = readEnv({
    ACTOR_TOKEN_SECRET: z.string().min(32, 'It must have 32 characters or more'),
  });
  const keyOf = values.feed ? feedKey : subgraphKey;
  process.stdout.write(`${keyOf(ACTOR_TOKEN_SECRET, name)}\n`);
}

if (values.help) process.stdout.write(HELP);
else
  await runUntilSignal(async () => {
    printKey();
    return { close: async () => {} };
  });
