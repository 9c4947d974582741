import { SUBGRAPHS } from '../platform/subgraph.ts';

const HELP = `Serves one subgraph over HTTP, for a gateway in another process.

  npm run subgraph -- ${SUBGRAPHS.join(' | ')}

Environment: SCHOOLS_, EMPLOYERS_, STUDENTS_ or PLACEMENTS_DATABASE_URL (PostgreSQL 18; migrated at start),
PORT, HOST (127.0.0.1), ACTOR_TOKEN_KEY (npm run token-key -- SUBGRAPH prints it), FEED_KEY (the same with
--feed); of each subgraph that this one follows, …_FEED_URL (as http://HOST:PORT/feed) and …_FEED_KEY.
`;

const [name = ''] = process.argv.slice(2);

if (name === '--help' || name === '-h') {
  process.stdout.write(HELP);
} else if (SUBGRAPHS.some((known) => known === name)) {
  await import(`../subgraphs/${name}/server.ts`);
} else {
  process.stderr.write(`There is no subgraph "${name}". They are ${SUBGRAPHS.join(', ')}.\n`);
  process.exitCode = 1;
}
