import { randomUUID } from 'node:crypto';

export const REQUEST_ID_HEADER = 'x-request-id';

/** What a caller may name a request: nothing that could break a log line or a header. */
const SANE = /^[\w.:-]{8,64}$/;

/** The caller's name for a request where it is sane, else a new one. */
export const requestIdOf = (header: string | string[] | undefined): string =>
  typeof header === 'string' && SANE.test(header) ? header : randomUUID();
