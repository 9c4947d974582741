import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * What happens between the gateway and a subgraph. When it resets or is down, no request arrives; in all
 * other weather each arrives whole, and it is the answer that suffers.
 */
export type Weather =
  | 'fair'
  | 'slow'
  | 'down'
  | 'resets'
  | 'flapping'
  | 'hangs before the answer'
  | 'hangs in the answer'
  | 'cuts the answer'
  | 'garbage'
  | 'a hundred megabytes';

/** What becomes of the first piece of an answer, after which nothing follows. */
type Spoil = (client: Socket, answer: Buffer) => void;

const MEGABYTE = 'x'.repeat(1024 * 1024);
const MEGABYTES = 100;
const SLOW_MS = 100;
/** So much of an answer is missing that its end is in the body. */
const MISSING = 5;
const part = (answer: Buffer) => answer.subarray(0, answer.length - MISSING);

const SPOILS: Partial<Readonly<Record<Weather, Spoil>>> = {
  'hangs before the answer': () => {},
  'hangs in the answer': (client, answer) => client.write(part(answer)),
  'cuts the answer': (client, answer) => client.end(part(answer)),
  garbage: (client) => client.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"data":\u0000'),
  'a hundred megabytes': pour,
};

/** A TCP proxy before a subgraph, whose weather a test makes. */
export async function startProxy(target: URL) {
  let weather: Weather = 'fair';
  let connections = 0;
  const open = new Set<Socket>();

  const follow = (socket: Socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy());
  };

  function handle(client: Socket): void {
    connections += 1;
    follow(client);
    const isReset = weather === 'resets' || (weather === 'flapping' && connections % 2 === 1);
    client.once('data', (first) => {
      if (isReset) client.resetAndDestroy();
      else forward(client, first, weather);
    });
  }

  function forward(client: Socket, first: Buffer, now: Weather): void {
    const server = connect(Number(target.port), target.hostname);
    follow(server);
    server.on('error', () => client.destroy()).write(first);
    client.on('close', () => server.destroy()).pipe(server);
    const spoil = SPOILS[now];
    if (spoil) server.once('data', (answer) => spoil(client, answer));
    else if (now === 'slow') setTimeout(() => server.pipe(client), SLOW_MS);
    else server.pipe(client);
  }

  const server: Server = createServer(handle);
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const cut = () => {
    for (const socket of open) socket.destroy();
  };

  async function become(next: Weather): Promise<void> {
    const wasDown = weather === 'down';
    weather = next;
    if (next === 'down' && !wasDown) await new Promise((resolve) => server.close(resolve));
    if (next !== 'down' && wasDown) await listen(port);
  }

  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    connections: () => connections,
    /** From the next connection on; those that are open are cut. */
    async turn(next: Weather) {
      connections = 0;
      cut();
      await become(next);
    },
    /** Fair from the next connection on. What hangs goes on hanging: nobody says that it is lost. */
    mend: () => become('fair'),
    async close() {
      cut();
      if (weather !== 'down') await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type StartedProxy = Awaited<ReturnType<typeof startProxy>>;

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
