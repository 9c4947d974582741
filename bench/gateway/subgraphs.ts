import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { readEnv } from '../../platform/env.ts';
import { NAMES } from './graph/subgraph-roots.ts';
import { createAnswer, type Request } from './graph/subgraph-schema.ts';

/**
 * The four subgraphs, each at a port of its own, and at `PORT` the keys of the bench's issuer and how many requests
 * came so far. A request is answered by graphql-js when it first comes, and from memory ever after.
 */
const env = readEnv({ PORT: z.coerce.number(), SUBGRAPH_PORTS: z.string(), JWKS: z.string() });
const ports: Readonly<Record<string, number>> = JSON.parse(env.SUBGRAPH_PORTS);
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

for (const name of NAMES) {
  const answer = createAnswer(name);
  const known = new Map<string, Buffer>();
  const answerAnew = async (text: string, response: ServerResponse) => {
    const request: Request = JSON.parse(text);
    const body = Buffer.from(await answer(request));
    known.set(text, body);
    send(response, body);
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) =>
    read(request, (text) => {
      asked += 1;
      const body = known.get(text);
      if (body) send(response, body);
      else answerAnew(text, response).catch((error) => response.writeHead(500).end(String(error)));
    }),
  );
  server.listen(ports[name], '127.0.0.1');
}

createServer((request, response) => {
  send(response, Buffer.from(request.url === '/jwks' ? env.JWKS : String(asked)));
}).listen(env.PORT, '127.0.0.1', () => process.stdout.write('ready\n'));
