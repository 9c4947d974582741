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

function requireAnswer(text: string): void {
  const { data, errors = [] }: Body = JSON.parse(text);
  const failed = errors.find(({ extensions }) => extensions.code !== EXPECTED);
  if (!data || failed) throw new Error(`The graph did not answer: ${text.slice(0, 500)}`);
}

/** Asks, and says how long the whole answer took. */
export async function timeAsk(url: string, request: Request): Promise<Timed> {
  const begin = performance.now();
  const response = await fetch(url, { method: 'POST', ...request });
  const text = await response.text();
  const ms = performance.now() - begin;
  requireAnswer(text);
  return { ms, text };
}
