import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readEnv } from '../platform/env.ts';

const HELP = `Prints a development token of a persona, from the server that runs.

  npm run --silent token -- student                        of http://127.0.0.1:4000, or of PORT
  npm run --silent token -- student --url http://host:port
`;

/** Said to the person who asked, without a stack. */
class RefusedError extends Error {
  override readonly name = 'RefusedError';
}

const answerSchema = z.union([
  z.object({ token: z.string() }),
  z.object({ error: z.string() }).transform(({ error }) => ({ token: null, error })),
]);

async function ask(url: string, persona: string): Promise<Response> {
  try {
    return await fetch(new URL('/dev/token', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ persona }),
    });
  } catch {
    throw new RefusedError(`Nothing answers at ${url}. Start it with "npm start", or say --url.`);
  }
}

async function requestToken(url: string, persona: string): Promise<string> {
  const response = await ask(url, persona);
  const answer = answerSchema.safeParse(await response.json().catch(() => null));
  if (!answer.success)
    throw new RefusedError(`${url} hands out no development tokens: its issuer is off.`);
  if (answer.data.token === null) throw new RefusedError(answer.data.error);
  return answer.data.token;
}

async function main(): Promise<string> {
  const { values, positionals } = parseArgs({
    options: { url: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  const [persona] = positionals;
  if (values.help) return HELP;
  if (!persona) throw new RefusedError(`Which persona?\n\n${HELP}`);
  const { PORT } = readEnv({ PORT: z.coerce.number().default(4000) });
  return await requestToken(values.url ?? `http://127.0.0.1:${PORT}`, persona);
}

main().then(
  (text) => process.stdout.write(`${text.trimEnd()}\n`),
  (error: unknown) => {
    if (!(error instanceof RefusedError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
