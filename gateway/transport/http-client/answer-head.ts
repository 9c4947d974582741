import { MalformedAnswer } from './malformed-answer.ts';

/** How the end of an answer's body is known (RFC 9112, section 6.3). */
export type BodyEnd = { readonly kind: 'length'; readonly bytes: number } | 'chunked' | 'close';

/** What is read of an answer's status line and header fields. */
export type AnswerHead = {
  readonly status: number;
  readonly end: BodyEnd;
  readonly cacheControl: string | undefined;
  /** How long the connection may be used again after it is idle, in ms; 0 for not at all. */
  readonly reusableMs: number;
};

const NOTHING: BodyEnd = { kind: 'length', bytes: 0 };
const STATUS_LINE = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: [^\r\n]*)?$/;
/** Without half a line's end, which ends a line for some who read, or a null. */
const FIELD = /^[\w!#$%&'*+.^`|~-]+:[^\r\n\0]*$/;
const LENGTH = /^\d{1,12}$/;
const WITHOUT_BODY = [204, 304];

/** Where a server does not say how long it keeps an idle connection: most keep it for 5 s or longer. */
const REUSABLE_MS = 4_000;
/** Less than the server says: a request must not cross the end of its connection. */
const EARLIER_MS = 1_000;

/** Reads the lines before an answer's body. What could be read in two ways is refused. */
export function readHead(text: string): AnswerHead {
  const [statusLine = '', ...lines] = text.split('\r\n');
  const [, minor, digits] = STATUS_LINE.exec(statusLine) ?? [];
  if (!digits) throw new MalformedAnswer('it does not begin with a status line of HTTP/1.1');
  const status = Number(digits);
  const fields = readFields(lines);
  return {
    status,
    end: WITHOUT_BODY.includes(status) || status < 200 ? NOTHING : bodyEnd(fields),
    cacheControl: fields.get('cache-control'),
    reusableMs: reusableMs(fields, minor === '1'),
  };
}

type Fields = ReadonlyMap<string, string>;

function readFields(lines: readonly string[]): Fields {
  const fields = new Map<string, string>();
  for (const line of lines) {
    if (!FIELD.test(line))
      throw new MalformedAnswer(
        'a header field has no proper name, or half a line break or a null in it',
      );
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    const value = line.slice(colon + 1).trim();
    const known = fields.get(name);
    fields.set(name, known === undefined ? value : `${known}, ${value}`);
  }
  return fields;
}

function bodyEnd(fields: Fields): BodyEnd {
  const encoding = fields.get('transfer-encoding');
  const length = fields.get('content-length');
  if (encoding !== undefined && length !== undefined)
    throw new MalformedAnswer('it says its length and is chunked as well');
  if (encoding !== undefined) {
    if (encoding.toLowerCase() === 'chunked') return 'chunked';
    throw new MalformedAnswer('its transfer-encoding is not "chunked"');
  }
  if (length === undefined) return 'close';
  if (!LENGTH.test(length)) throw new MalformedAnswer('its content-length is not one number');
  return { kind: 'length', bytes: Number(length) };
}

function reusableMs(fields: Fields, isPersistent: boolean): number {
  const connection = fields.get('connection')?.toLowerCase() ?? '';
  if (connection.includes('close') || (!isPersistent && !connection.includes('keep-alive')))
    return 0;
  const [, seconds] = /timeout=(\d{1,6})/i.exec(fields.get('keep-alive') ?? '') ?? [];
  return seconds === undefined ? REUSABLE_MS : Math.max(Number(seconds) * 1000 - EARLIER_MS, 0);
}
