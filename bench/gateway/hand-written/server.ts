import { createServer } from 'node:http';
import { z } from 'zod';
import { readEnv } from '../../../platform/env.ts';
import { load } from './load.ts';
import { createQuestions } from './questions.ts';
import { write } from './write.ts';

/**
 * The limit for a gateway on Node, for the deep query and nothing else: it reads no request, plans nothing, knows
 * which subgraph has what, asks each for what is needed once, and writes the answer.
 */
const env = readEnv({ PORT: z.coerce.number(), SUBGRAPH_URLS: z.string() });
const questions = createQuestions(JSON.parse(env.SUBGRAPH_URLS));

async function answer(): Promise<Buffer> {
  return Buffer.from(write(await load(questions)));
}

const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
  request.resume();
  request.on('end', () => {
    answer().then(
      (body) => {
        const headers = { 'content-type': 'application/json', 'content-length': body.length };
        response.writeHead(200, headers).end(body);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(env.PORT, '127.0.0.1', () => process.stdout.write('ready\n'));
