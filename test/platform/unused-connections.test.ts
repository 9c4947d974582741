import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { closeUnusedConnections } from '../../platform/unused-connections.ts';

it('a server stops though a connection was opened ahead, and never used', async () => {
  const app = Fastify();
  closeUnusedConnections(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  const accepted = once(app.server, 'connection');
  const { port } = app.server.address() as AddressInfo;
  const unused = connect(port, '127.0.0.1');
  await accepted;
  const cut = once(unused, 'close');
  await app.close();
  await cut;
  expect(app.server.listening).toBe(false);
});
