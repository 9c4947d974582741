import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TransportOptions } from '../../gateway/transport/choose.ts';
import type { SubgraphResponse } from '../../platform/subgraph.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { compose, httpTransport, startGateway } from './support/gateways.ts';
import { serve } from './support/served.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { first: String } type Mutation { begin: String go: String }`;

/** A subgraph whose answers the test gives, and that says whether they are still wanted. */
type Held = {
  readonly transport: TransportOptions;
  /** Until it is asked: how to answer that, and what becomes of it. */
  asked(): Promise<{ answer(data: Record<string, string>): void; isDropped(): boolean }>;
  close(): Promise<void>;
};

async function heldOverHttp(): Promise<Held> {
  const events = new EventEmitter();
  const subgraph = await serve((_request, response) => void events.emit('asked', response));
  return {
    transport: httpTransport(new Map([['placements', subgraph.url]])),
    async asked() {
      const [response]: ServerResponse[] = await once(events, 'asked');
      return {
        answer: (data) =>
          void response
            ?.setHeader('content-type', 'application/json')
            .end(JSON.stringify({ data })),
        isDropped: () => Boolean(response?.destroyed),
      };
    },
    close: subgraph.close,
  };
}

/** Nobody can end what runs in this process: the gateway only stops to wait for it. */
async function heldLocally(): Promise<Held> {
  const events = new EventEmitter();
  const execute = () =>
    new Promise<SubgraphResponse>((resolve) => void events.emit('asked', resolve));
  return {
    transport: { kind: 'local', subgraphs: new Map([['placements', { execute }]]) },
    async asked() {
      const [resolve] = await once(events, 'asked');
      return { answer: (data) => resolve({ data }), isDropped: () => true };
    },
    close: async () => {},
  };
}

let held: Held;
let running: Awaited<ReturnType<typeof startGateway>>;

async function start(kind: 'local' | 'http') {
  held = await (kind === 'local' ? heldLocally() : heldOverHttp());
  const sdl = compose({ placements: SDL });
  running = await startGateway({ supergraph: { sdl }, transport: held.transport });
}
afterEach(async () => {
  await running.gateway.close();
  await held.close();
});

/** A client that asks, and leaves when it wants to. */
function ask(query: string) {
  const client = new AbortController();
  const gone = fetch(`${running.origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: client.signal,
  }).catch(() => 'gone');
  return {
    async leave() {
      client.abort();
      return await gone;
    },
  };
}

const whys = () => running.lines.map(({ why }) => why);

describe.each(['local', 'http'] as const)('a client that leaves, over the %s transport', (kind) => {
  it('ends the fetches of its query', async () => {
    await start(kind);
    const asked = held.asked();
    const client = ask('{ first }');
    const fetched = await asked;
    expect(await client.leave()).toBe('gone');
    await vi.waitUntil(() => whys().includes('The client left.'), PATIENCE_MS);
    await vi.waitUntil(fetched.isDropped, PATIENCE_MS);
  });

  it('ends no mutation: what it asked for is done, to the last of its fields', async () => {
    await start(kind);
    const first = held.asked();
    const client = ask('mutation { begin go }');
    const begun = await first;
    expect(await client.leave()).toBe('gone');
    const second = held.asked();
    begun.answer({ begin: 'begun' });
    (await second).answer({ go: 'gone' });
    expect(whys()).not.toContain('The client left.');
  });
});
