import type { FastifyRequest } from 'fastify';
import type { Prepared } from './execute.ts';
import type { KnownOperations } from './known-operations.ts';

/** A request whose operation is known, so that it can be executed at once. */
export type KnownRequest = {
  readonly prepared: Prepared;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of the answer. */
  readonly contentType: string;
};

/** As browsers and clients send it. In any other spelling, Apollo Server decides what it is. */
const JSON_TYPES = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
];

const NOTHING = {};

/**
 * Reads a request as Apollo Server would: null for everything that is not plainly a POST of a known
 * operation, which is then Apollo Server's to answer or refuse.
 */
export function knownRequest(
  { method, headers, body }: FastifyRequest,
  known: KnownOperations,
): KnownRequest | null {
  if (method !== 'POST' || !JSON_TYPES.includes(headers['content-type'] ?? '')) return null;
  if (!isPlainBody(body)) return null;
  const { query, operationName, variables } = body;
  const prepared = known.find(query, operationName ?? undefined);
  const contentType = known.contentTypeFor(headers.accept ?? '');
  if (!prepared || !contentType) return null;
  return { prepared, contentType, variables: variables ?? NOTHING };
}

type Fields = Readonly<Record<string, unknown>>;
type Body = {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Fields | null;
};

function isPlainBody(body: unknown): body is Body {
  if (!isFields(body)) return false;
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string') return false;
  if (!isNothing(operationName) && typeof operationName !== 'string') return false;
  if (!isNothing(variables) && !isFields(variables)) return false;
  return isNothing(extensions) || (isFields(extensions) && extensions.persistedQuery === undefined);
}

const isNothing = (value: unknown) => value === undefined || value === null;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
