import type { FastifyReply } from 'fastify';
import type { Actor } from '../platform/actor.ts';

/** What is known of an answer when its headers are written. */
export type Cacheable = {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly hasErrors: boolean;
  /** Of whoever asked. */
  readonly role: Actor['role'];
  /** The `cache-control` of each fetch that it was made of. */
  readonly fetched: readonly (string | undefined)[];
};

export const NOT_CACHED = 'no-store';

/** What of a request its answer depends on, beside the operation. */
const VARY = 'authorization, accept, graphql-cost';

/** Where an answer may be kept, it is not for those who would be answered otherwise. */
export function cacheable(reply: FastifyReply, cacheControl: string = NOT_CACHED): FastifyReply {
  if (cacheControl !== NOT_CACHED) {
    const others = reply.getHeader('vary');
    reply.header('vary', others ? `${others}, ${VARY}` : VARY);
  }
  return reply.header('cache-control', cacheControl);
}

/**
 * The `cache-control` of an answer: what its strictest part allows, as Apollo Gateway merges them. A part
 * that says nothing, an error, and an answer that no subgraph had a part in allow nothing. What is made for somebody
 * who is signed in is theirs alone, whatever subgraphs say.
 */
export const cacheControlOf = ({ kind, hasErrors, role, fetched }: Cacheable): string =>
  kind === 'query' && !hasErrors ? mergeCacheControl(fetched, role !== 'PUBLIC') : NOT_CACHED;

/** Each part's age at most, `private` where one is. */
export function mergeCacheControl(
  headers: readonly (string | undefined)[],
  isOfOne = false,
): string {
  let maxAge = Number.POSITIVE_INFINITY;
  let isPrivate = isOfOne;
  for (const header of headers) {
    const part = header === undefined ? null : readCacheControl(header);
    if (!part) return NOT_CACHED;
    maxAge = Math.min(maxAge, part.maxAge);
    isPrivate ||= part.isPrivate;
  }
  return headers.length > 0 ? `max-age=${maxAge}, ${isPrivate ? 'private' : 'public'}` : NOT_CACHED;
}

type Part = { readonly maxAge: number; readonly isPrivate: boolean };

/** Null where nothing may be kept. A directive that we do not know only ever makes that stricter. */
function readCacheControl(header: string): Part | null {
  if (COMMA_IN_QUOTES.test(header)) return null;
  const directives = header.split(',').map(readDirective);
  const names = new Set(directives.map(([name]) => name));
  if (REFUSING.some((name) => names.has(name)) || !names.has('max-age')) return null;
  const ages = directives.filter(([name]) => AGES.includes(name)).map(([, age]) => age);
  const maxAge = Math.min(...ages.map((age) => (/^\d{1,10}$/.test(age) ? Number(age) : 0)));
  return maxAge > 0 ? { maxAge, isPrivate: names.has('private') } : null;
}

const REFUSING = ['no-store', 'no-cache'];
/** A cache of many may not keep it for longer than either says. */
const AGES = ['max-age', 's-maxage'];
/** What stands in quotes is no directive. */
const COMMA_IN_QUOTES = /"[^"]*,[^"]*"/;

function readDirective(text: string): readonly [string, string] {
  const [name = '', value = ''] = text.split('=', 2);
  return [name.trim().toLowerCase(), value.trim().replace(/^"(.*)"$/, '$1')];
}
