import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What happens to a connection between the gateway and a subgraph. */
export type Weather =
  | 'fair'
  | 'down'
  | 'hangs before the answer'
  | 'hangs in the answer'
  | 'resets'
  | 'garbage'
  | 'a hundred megabytes'
  | 'cuts the answer';

const MEGABYTE = 'x'.repeat(1024 * 1024);
const MEGABYTES = 100;

/** A TCP proxy before a subgraph, whose weather a test makes. */
export async function startProxy(target: URL) {
  let weather: Weather = 'fair';
  let connections = 0;
  const open = new Set<Socket>();

  const handle = (client: Socket) => {
    connections += 1;
    open.add(client);
    client.on('close', () => open.delete(client)).on('error', () => client.destroy());
    client.once('data', (first) => act(client, first, weather));
  };

  function act(client: Socket, first: Buffer, now: Weather): void {
    if (now === 'resets') client.resetAndDestroy();
    else if (now === 'garbage')
      client.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"data":\u0000');
    else if (now === 'hangs in the answer') client.write(headOf(100));
    else if (now === 'cuts the answer') client.end(`${headOf(100)}{"data":`);
    else if (now === 'a hundred megabytes') pour(client);
    else if (now !== 'hangs before the answer') forward(client, first, target, open);
  }

  const server: Server = createServer(handle);
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };

  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    connections: () => connections,
    /** From the next connection on; those that are open are cut. */
    async turn(next: Weather) {
      const wasDown = weather === 'down';
      weather = next;
      cut();
      if (next === 'down' && !wasDown) await new Promise((resolve) => server.close(resolve));
      if (next !== 'down' && wasDown) await listen(port);
    },
    async close() {
      cut();
      if (weather !== 'down') await new Promise((resolve) => server.close(resolve));
    },
  };
}

const headOf = (length: number) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** One subgraph answer of 100 MB, as fast as it is taken. */
function pour(client: Socket): void {
  client.write(`${headOf(MEGABYTES * MEGABYTE.length)}{"data":"`);
  let left = MEGABYTES;
  const more = () => {
    while (left > 0 && !client.destroyed) {
      left -= 1;
      if (!client.write(MEGABYTE)) {
        client.once('drain', more);
        return;
      }
    }
  };
  more();
}

function forward(client: Socket, first: Buffer, { hostname, port }: URL, open: Set<Socket>): void {
  const server = connect(Number(port), hostname);
  open.add(server);
  server.on('close', () => open.delete(server)).on('error', () => client.destroy());
  server.write(first);
  client.pipe(server).pipe(client);
}
