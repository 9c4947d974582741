import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import Fastify from 'fastify';
import { expect, it, vi } from 'vitest';
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

it.each([
  ['its header fields', 'POST / HTTP/1.1\r\nhost: here\r\n'],
  ['the one after an answer', 'GET / HTTP/1.1\r\nhost: here\r\n\r\nGET / HT'],
  ['its body', 'POST / HTTP/1.1\r\nhost: here\r\ncontent-length: 9\r\n\r\n{'],
])('a server stops though a request stopped in %s', async (_where, bytes) => {
  const app = Fastify();
  closeUnusedConnections(app, 50);
  app.get('/', async () => 'hello');
  await app.listen({ host: '127.0.0.1', port: 0 });
  const accepted = once(app.server, 'connection');
  const { port } = app.server.address() as AddressInfo;
  const client = connect(port, '127.0.0.1').resume();
  client.on('error', () => {});
  client.write(bytes);
  const [socket]: Socket[] = await accepted;
  await vi.waitUntil(() => socket?.bytesRead === bytes.length);
  const cut = once(client, 'close');
  await app.close();
  await cut;
  expect(app.server.listening).toBe(false);
});
