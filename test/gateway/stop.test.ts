import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { compose, httpTransport, startGateway } from './support/gateways.ts';
import { serve } from './support/served.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { greeting: String }`;

it('a stop lets a request under way end, and takes no new one', async () => {
  const asked = new EventEmitter();
  const subgraph = await serve((_request, response) => void asked.emit('asked', response));
  const { ask, gateway, origin } = await startGateway({
    supergraph: { sdl: compose({ placements: SDL }, { placements: subgraph.url }) },
    transport: httpTransport(new Map()),
  });
  const answer = ask('{ greeting }');
  const [response]: ServerResponse[] = await once(asked, 'asked');
  const closed = gateway.close();
  const newcomer = fetch(`${origin}/health/ready`).then(
    ({ status }) => status,
    () => 'refused',
  );
  expect([503, 'refused']).toContain(await newcomer);
  response?.setHeader('content-type', 'application/json').end('{"data":{"greeting":"bye"}}');
  expect((await answer).data).toEqual({ greeting: 'bye' });
  await closed;
  await subgraph.close();
});

it('a stop closes a connection over which nothing came, while it waits for a request under way', async () => {
  const asked = new EventEmitter();
  const subgraph = await serve((_request, response) => void asked.emit('asked', response));
  const { ask, gateway, origin } = await startGateway({
    supergraph: { sdl: compose({ placements: SDL }, { placements: subgraph.url }) },
    transport: httpTransport(new Map()),
  });
  const { hostname, port } = new URL(origin);
  const unused = connect(Number(port), hostname);
  await once(unused, 'connect');
  const answer = ask('{ greeting }');
  const [response]: ServerResponse[] = await once(asked, 'asked');
  const closed = gateway.close();
  await once(unused, 'close');
  response?.setHeader('content-type', 'application/json').end('{"data":{"greeting":"bye"}}');
  // An end by force, at the drain's bound, would have cut this one too.
  expect((await answer).data).toEqual({ greeting: 'bye' });
  await closed;
  await subgraph.close();
});
