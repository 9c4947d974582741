import { createHttpTransport } from '../../../gateway/transport/http.ts';
import { PUBLIC_ACTOR } from '../../../platform/actor.ts';

/** Asks the subgraph at the given URL twice, in a process that may trust other certificates than its parent. */
const [url = ''] = process.argv.slice(2);
const transport = createHttpTransport({ urlOf: () => url, secret: null, timeoutMs: 5_000 });
const ask = () =>
  transport.fetch(
    'secure',
    { query: '{ me }' },
    { actor: PUBLIC_ACTOR, requestId: 'securely' },
    { kind: 'query', deadline: Number.POSITIVE_INFINITY, signal: null },
  );
const say = (text: string) => process.stdout.write(`${text}\n`);
try {
  say(JSON.stringify([(await ask()).data, (await ask()).data]));
} catch (error) {
  say(error instanceof Error && 'why' in error ? String(error.why) : String(error));
}
await transport.close();
