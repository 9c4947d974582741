import { hostname } from 'node:os';
import type { Ended } from './ended.ts';
import { cutName } from './operation-names.ts';

export type WriteText = (text: string) => void;

export type RequestLog = {
  /** One request that took so long. */
  request(id: string, ms: number, ended: Ended): void;
  /** Writes what is kept, and goes on no more. */
  stop(): void;
};

/** A write of no more than this to a pipe that several processes share is in one piece (POSIX, PIPE_BUF). */
const WRITTEN_AT_ONCE = 4096;
const KEPT_MS = 200;
/** `info`, as pino numbers it. */
const LEVEL = 30;

/**
 * A line of JSON for each request, of pino's shape. pino itself takes six times as long for it: it looks at each
 * value, and writes each line. Here several are written at once, and no value needs to be escaped: names
 * are GraphQL's, ids are `request-id.ts`'s, all else is of closed sets.
 */
export function createRequestLog(write: WriteText): RequestLog {
  const from = `"pid":${process.pid},"hostname":${JSON.stringify(hostname())}`;
  let kept = '';

  const flush = () => {
    if (kept !== '') write(kept);
    kept = '';
  };
  const timer = setInterval(flush, KEPT_MS).unref();

  return {
    request(id, ms, ended) {
      const line = `{"level":${LEVEL},"time":${Date.now()},${from},"requestId":"${id}",${textOf(ended)}"ms":${ms},"msg":"A request was answered."}\n`;
      if (kept.length + line.length > WRITTEN_AT_ONCE) flush();
      kept += line;
    },
    stop() {
      clearInterval(timer);
      flush();
    },
  };
}

function textOf({ status, role, operation, codes }: Ended): string {
  const said = codes.length > 0 ? `"codes":${JSON.stringify([...new Set(codes)])},` : '';
  const asked = operation
    ? `"operation":"${operation.name === null ? '' : cutName(operation.name)}","kind":"${operation.kind}","hash":"${operation.hash}",`
    : '';
  return `"status":${status},"role":"${role}",${asked}${said}`;
}
