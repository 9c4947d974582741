import { isDeepStrictEqual } from 'node:util';
import type { Contender } from './contenders.ts';
import type { Work } from './work/work.ts';

const AT_A_TIME = 8;
/** Characters of an answer that is not right. */
const MOST_SHOWN = 400;

async function dataOf({ name, server }: Contender, body: string, token = ''): Promise<unknown> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(server.url, { method: 'POST', headers, body });
  const text = await response.text();
  const answer: { data?: unknown; errors?: unknown } = response.ok ? JSON.parse(text) : {};
  if (answer.data && !answer.errors) return answer.data;
  throw new Error(
    `${name} must answer ${body} with data and without errors. It answers ${response.status}: ${text.slice(0, MOST_SHOWN)}`,
  );
}

async function verifyOne(contenders: readonly Contender[], body: string, token?: string) {
  const [first, ...others] = contenders;
  if (!first) return;
  const expected = await dataOf(first, body, token);
  for (const one of others) {
    const data = await dataOf(one, body, token);
    // Of no importance: in which order an object's fields are.
    if (!isDeepStrictEqual(data, expected))
      throw new Error(`${one.name} answers otherwise than ${first.name} to ${body}.`);
  }
}

/** Every gateway must answer the same to every so-many-th of the bodies, or to all, and without an error. */
export async function verifyEqual(
  contenders: readonly Contender[],
  { bodies, tokens }: Work,
  every = 1,
): Promise<number> {
  const picked = bodies.filter((_body, at) => at % every === 0);
  for (let from = 0; from < picked.length; from += AT_A_TIME)
    await Promise.all(
      picked
        .slice(from, from + AT_A_TIME)
        .map((body, at) => verifyOne(contenders, body, tokens[(from + at) % tokens.length])),
    );
  return picked.length;
}
