/** What is known of an answer when its headers are written. */
export type Cacheable = {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly hasErrors: boolean;
  /** The `cache-control` of each fetch that it was made of. */
  readonly fetched: readonly (string | undefined)[];
};

export const NOT_CACHED = 'no-store';

/**
 * The `cache-control` of an answer: what its strictest part allows, as Apollo Gateway merges them. A part
 * that says nothing, an error, and an answer that no subgraph had a part in allow nothing.
 */
export const cacheControlOf = ({ kind, hasErrors, fetched }: Cacheable): string =>
  kind === 'query' && !hasErrors ? mergeCacheControl(fetched) : NOT_CACHED;

/** Each part's `max-age` at most, `private` where one is. */
export function mergeCacheControl(headers: readonly (string | undefined)[]): string {
  let maxAge = Number.POSITIVE_INFINITY;
  let isPrivate = false;
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
  const directives = new Map(header.split(',').map(readDirective));
  if (REFUSING.some((name) => directives.has(name))) return null;
  const maxAge = directives.get('max-age') ?? '';
  if (!/^\d{1,10}$/.test(maxAge) || Number(maxAge) === 0) return null;
  return { maxAge: Number(maxAge), isPrivate: directives.has('private') };
}

const REFUSING = ['no-store', 'no-cache'];

function readDirective(text: string): readonly [string, string] {
  const [name = '', value = ''] = text.split('=', 2);
  return [name.trim().toLowerCase(), value.trim().replace(/^"|"$/g, '')];
}
