import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { readEnv } from '../../platform/env.ts';
import { NAMES, type Name } from './graph/subgraph-roots.ts';
import { createAnswer, type Request } from './graph/subgraph-schema.ts';

/**
 * The four subgraphs, each at a port of its own. At `PORT` it tells which, the keys of the bench's issuer, and how
 * many requests came so far. A request is answered by graphql-js when it first comes, and from memory ever after.
 */
const env = readEnv({ PORT: z.coerce.number(), JWKS: z.string() });
/** Longer than a gateway lies idle between its rounds. */
const KEEP_ALIVE_MS = 600_000;

let asked = 0;

function send(response: ServerResponse, body: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}

function read(request: IncomingMessage, take: (text: string) => void): void {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => take(Buffer.concat(chunks).toString('utf8')));
}

/** Listens, and says where. */
async function serve(name: Name): Promise<string> {
  const answer = createAnswer(name);
  const known = new Map<string, Buffer>();
  const answerAnew = async (text: string, response: ServerResponse) => {
    const request: Request = JSON.parse(text);
    const body = Buffer.from(await answer(request));
    known.set(text, body);
    send(response, body);
  };
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) =>
    read(request, (text) => {
      asked += 1;
      const body = known.get(text);
      if (body) send(response, body);
      else answerAnew(text, response).catch((error) => response.writeHead(500).end(String(error)));
    }),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return `http://127.0.0.1:${address.port}/graphql`;
}

const urls = Object.fromEntries(
  await Promise.all(NAMES.map(async (name) => [name, await serve(name)] as const)),
);
const told: Readonly<Record<string, () => string>> = {
  '/urls': () => JSON.stringify(urls),
  '/jwks': () => env.JWKS,
  '/asked': () => String(asked),
};
createServer(({ url = '' }, response) => {
  send(response, Buffer.from(told[url]?.() ?? 'null'));
}).listen(env.PORT, '127.0.0.1', () => process.stdout.write('ready\n'));
