import type { FastifyRequest } from 'fastify';
import { isFields, isNothing, isPlainBody } from '../platform/graphql/plain-body.ts';
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
  if (!isPlainBody(body) || !arePlain(body.extensions)) return null;
  const { query, operationName, variables } = body;
  const prepared = known.find(query, operationName ?? undefined);
  const contentType = known.contentTypeFor(headers.accept ?? '');
  if (!prepared || !contentType) return null;
  return { prepared, contentType, variables: variables ?? NOTHING };
}

/** None, or none that changes what is asked. */
const arePlain = (extensions: unknown) =>
  isNothing(extensions) || (isFields(extensions) && extensions.persistedQuery === undefined);
