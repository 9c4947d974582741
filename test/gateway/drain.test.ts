import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { createDrain } from '../../gateway/drain.ts';
import { PATIENCE_MS } from '../support/patience.ts';

/** Asks over the one connection of an agent. */
async function ask(origin: string, agent: Agent) {
  const asked = request(origin, { agent }).end();
  const [response] = await once(asked, 'response');
  return { body: await text(response), connection: response.headers.connection };
}

async function start(lingerMs: number) {
  const app = Fastify({ forceCloseConnections: 'idle' });
  const drain = createDrain(app, lingerMs);
  app.get('/', async () => 'hello');
  return { drain, origin: await app.listen({ host: '127.0.0.1', port: 0 }) };
}

it('a stop that lingers answers the next request of an idle connection, and says that it closes', async () => {
  const { drain, origin } = await start(PATIENCE_MS);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  expect(await ask(origin, agent)).toEqual({ body: 'hello', connection: 'keep-alive' });
  const ended = drain.end();
  expect(drain.hasBegun()).toBe(true);
  expect(await ask(origin, agent)).toEqual({ body: 'hello', connection: 'close' });
  await ended;
  await expect(ask(origin, agent)).rejects.toThrow(/ECONNREFUSED/);
});

it('a stop that lingers answers whoever had connected, though the server had not looked', async () => {
  const { drain, origin } = await start(PATIENCE_MS);
  const { hostname, port } = new URL(origin);
  const clients = Array.from({ length: 50 }, () => connect(Number(port), hostname));
  const answers = clients.map((client) => text(client));
  await Promise.all(clients.map((client) => once(client, 'connect')));
  const ended = drain.end();
  for (const client of clients) client.write('GET / HTTP/1.1\r\nhost: here\r\n\r\n');
  for (const answer of await Promise.all(answers)) expect(answer).toMatch(/ 200 OK.*hello$/s);
  await ended;
});

it('a stop that does not linger closes an idle connection at once', async () => {
  const { drain, origin } = await start(0);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await ask(origin, agent);
  await drain.end();
  await expect(ask(origin, agent)).rejects.toThrow(/ECONNREFUSED|ECONNRESET|hang up/);
});
