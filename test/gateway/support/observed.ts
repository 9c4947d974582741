import type { Ended } from '../../../gateway/observe/ended.ts';

/** SHA-256 of nothing that matters. */
export const HASH = 'ab'.repeat(32);

/** A query that was answered well. */
export const answered = (overrides: Partial<Ended> = {}): Ended => ({
  status: 200,
  role: 'SCHOOL_STAFF',
  operation: { name: 'Journey', kind: 'query', hash: HASH },
  codes: [],
  ...overrides,
});

export const named = (name: string | null): Ended =>
  answered({ operation: { name, kind: 'query', hash: HASH } });

export const REQUEST = { id: 'request-0001', traceparent: undefined };
