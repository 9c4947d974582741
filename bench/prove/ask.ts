import type { JWK } from 'jose';
import { PERSONAS, type Persona } from '../../gateway/dev-issuer/personas.ts';
import { actorToken, studentToken } from '../servers/issuer.ts';

/** A request as it is sent. */
export type Request = { readonly headers: Readonly<Record<string, string>>; readonly body: string };
export type Timed = { readonly ms: number; readonly text: string };

/** A field that a persona may not read is null with this code, and no failure. */
const EXPECTED = 'FORBIDDEN_FIELD';

const requestOf = (token: string | null, query: string, variables: object): Request => ({
  headers: {
    'content-type': 'application/json',
    ...(token !== null && { authorization: `Bearer ${token}` }),
  },
  body: JSON.stringify({ query, variables }),
});

export const asPersona = async (
  key: JWK,
  as: Persona | undefined,
  query: string,
  variables: object,
): Promise<Request> => requestOf(as ? await actorToken(key, PERSONAS[as]) : null, query, variables);

/** The same document, asked by different students of themselves. */
export const asStudents = (
  key: JWK,
  ids: readonly string[],
  query: string,
): Promise<readonly Request[]> =>
  Promise.all(ids.map(async (id) => requestOf(await studentToken(key, id), query, {})));

type Body = {
  readonly data?: object | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
};

/** Whether an answer is one, whole but for what the persona may not read. */
export function isAnswer(text: string): boolean {
  const { data, errors = [] }: Body = JSON.parse(text);
  return Boolean(data) && errors.every(({ extensions }) => extensions.code === EXPECTED);
}

async function ask(url: string, request: Request): Promise<string> {
  const response = await fetch(url, { method: 'POST', ...request });
  return await response.text();
}

/** Asks, and says how long the whole answer took. */
export async function timeAsk(url: string, request: Request): Promise<Timed> {
  const begin = performance.now();
  const text = await ask(url, request);
  const ms = performance.now() - begin;
  if (!isAnswer(text)) throw new Error(`The graph did not answer: ${text.slice(0, 500)}`);
  return { ms, text };
}

/** How often a count may outlast the time that a gateway waits for a subgraph. */
export const PATIENCE = 12;

/** Asks until there is an answer: a count that takes longer than the gateway waits goes on behind it. */
export async function timeUntilAnswered(
  url: string,
  request: Request,
): Promise<Timed & { readonly failed: number }> {
  const begin = performance.now();
  for (let failed = 0; failed < PATIENCE; failed += 1) {
    const text = await ask(url, request);
    if (isAnswer(text)) return { ms: performance.now() - begin, text, failed };
  }
  throw new Error(`The graph did not answer ${PATIENCE} times.`);
}
