import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Posted } from '../../../gateway/transport/http-client/answer-reader.ts';
import { Connections } from '../../../gateway/transport/http-client/connections.ts';
import { serve } from '../support/served.ts';

const LIMIT = 1_000_000;

const connectionsTo = (url: string) =>
  new Connections({ isSecure: false, host: '127.0.0.1', port: Number(new URL(url).port) }, LIMIT);

/** Asks over any connection, and gives the answer with the connection that it came over. */
function ask(connections: Connections, body = '{}') {
  const connection = connections.take();
  const text = `POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  const answer = new Promise<Posted>((answered, failed) => {
    connection.ask({ answered, failed }, text, false);
  });
  return { connection, answer };
}

/** A server that echoes bodies, over connections that are counted. */
async function echo(headers: Record<string, string> = {}) {
  const seen = new Set<Socket>();
  const served = await serve(async (request, response) => {
    seen.add(request.socket);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    response.writeHead(200, headers).end(Buffer.concat(chunks));
  });
  return { ...served, connections: () => seen.size };
}

/** A server that answers each connection's first bytes with these, whatever they are. */
async function raw(first: string, then: (socket: Socket) => void = () => {}) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.write(first, () => then(socket)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const ANSWER = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}';

describe('connections to an origin', () => {
  let server: Awaited<ReturnType<typeof echo>>;
  let connections: Connections;
  beforeEach(async () => {
    server = await echo();
    connections = connectionsTo(server.url);
  });
  afterEach(async () => {
    connections.close();
    await server.close();
  });

  it('are used again, one after another', async () => {
    for (const body of ['{"a":1}', '{"name":"Ángel, 東京"}', 'x'.repeat(300_000)])
      expect(await ask(connections, body).answer).toMatchObject({ status: 200, text: body });
    expect(server.connections()).toBe(1);
  });

  it('are as many as there are requests at a time, and each has its own answer', async () => {
    const bodies = Array.from({ length: 20 }, (_, index) => `{"n":${index}}`);
    const answers = await Promise.all(bodies.map((body) => ask(connections, body).answer));
    expect(answers.map(({ text }) => text)).toEqual(bodies);
    expect(server.connections()).toBe(20);
    await Promise.all(bodies.map((body) => ask(connections, body).answer));
    expect(server.connections()).toBe(20);
  });

  it('are not used again after their time', async () => {
    const { connection, answer } = ask(connections);
    await answer;
    connection.reusableUntil = performance.now();
    await ask(connections).answer;
    expect(server.connections()).toBe(2);
  });

  it('are not used again when a request was given up', async () => {
    const connection = connections.take();
    const asker = { answered: () => {}, failed: () => {} };
    connection.ask(
      asker,
      'POST /graphql HTTP/1.1\r\nhost: here\r\ncontent-length: 2\r\n\r\n{}',
      true,
    );
    connection.giveUp(asker);
    expect(await ask(connections).answer).toMatchObject({ status: 200 });
    expect(connections.take()).not.toBe(connection);
  });

  it('are given to nobody once they are given up, though their end is heard of later', async () => {
    const { connection, answer } = ask(connections);
    await answer;
    connection.close();
    expect(connections.take()).not.toBe(connection);
  });

  it('fail what is under way when they are closed', async () => {
    const { answer } = ask(connections);
    connections.close();
    await expect(answer).rejects.toThrow(/closed before the answer was complete/);
  });
});

describe('a connection', () => {
  const running: { connections: Connections; close: () => Promise<unknown> }[] = [];
  afterEach(async () => {
    for (const { connections, close } of running.splice(0)) {
      connections.close();
      await close();
    }
  });
  async function to(server: { url: string; close: () => Promise<unknown> }) {
    const connections = connectionsTo(server.url);
    running.push({ connections, close: server.close });
    return connections;
  }

  it('is not used again where the server says so', async () => {
    const server = await echo({ connection: 'close' });
    const connections = await to(server);
    await ask(connections).answer;
    await ask(connections).answer;
    expect(server.connections()).toBe(2);
  });

  it('on which something comes unasked is closed', async () => {
    const connections = await to(await raw(ANSWER, (socket) => socket.write(ANSWER)));
    const first = ask(connections);
    expect(await first.answer).toMatchObject({ text: '{}' });
    const second = ask(connections);
    await second.answer.catch(() => null);
    expect(await ask(connections).answer).toMatchObject({ text: '{}' });
  });

  it.each([
    { what: 'before the answer', first: '' },
    { what: 'within its header fields', first: 'HTTP/1.1 200 OK\r\nContent-Le' },
    { what: 'within its body', first: 'HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{' },
  ])('that is closed $what fails the request', async ({ first }) => {
    const connections = await to(await raw(first, (socket) => socket.end()));
    await expect(ask(connections).answer).rejects.toThrow(/closed before the answer was complete/);
  });

  it('that is reset fails the request', async () => {
    const connections = await to(await raw('HTTP/1.1 200', (socket) => socket.resetAndDestroy()));
    await expect(ask(connections).answer).rejects.toThrow(/ECONNRESET|closed before/);
  });

  it('that nobody takes fails the request', async () => {
    const server = await raw('');
    await server.close();
    const connections = connectionsTo(server.url);
    await expect(ask(connections).answer).rejects.toThrow(/ECONNREFUSED/);
    connections.close();
  });

  it('takes an answer that ends with it', async () => {
    const connections = await to(
      await raw('HTTP/1.1 200 OK\r\n\r\n{"a":1}', (socket) => socket.end()),
    );
    expect(await ask(connections).answer).toMatchObject({ text: '{"a":1}', reusableMs: 0 });
  });
});
