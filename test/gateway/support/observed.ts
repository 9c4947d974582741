import type { Ended } from '../../../gateway/observe/ended.ts';
import type { RequestObservation } from '../../../gateway/observe/request-observation.ts';

/** As a SHA-256 is written. */
export const HASH = 'ab'.repeat(32);

export const REQUEST = { id: 'request-0001', traceparent: undefined };

const ANSWERED: Ended = {
  status: 200,
  role: 'SCHOOL_STAFF',
  operation: { name: 'Journey', kind: 'query', hash: HASH },
  codes: [],
};

/** Ends a request: a query that was answered well, but for what is said of it. */
export function finish(request: RequestObservation, said: Partial<Ended> = {}): string {
  const { status, role, operation, codes } = { ...ANSWERED, ...said };
  request.askedBy(role);
  if (operation) request.isOf(operation);
  if (codes.length > 0) request.failed(codes.map((code) => ({ extensions: { code } })));
  return request.end(status);
}

export const named = (name: string | null): Partial<Ended> => ({
  operation: { name, kind: 'query', hash: HASH },
});
