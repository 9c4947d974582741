import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnswerReader, type Posted } from '../../../gateway/transport/http-client/answer-reader.ts';

const LIMIT = 1_000;
const BODY = '{"data":{"name":"Ángel, 東京"}}';
const BYTES = Buffer.byteLength(BODY);

/** An answer with these lines before its body. */
const answer = (lines: readonly string[], body = '') =>
  Buffer.from(`${['HTTP/1.1 200 OK', ...lines].join('\r\n')}\r\n\r\n${body}`);

/** Reads an answer that comes in pieces, from one buffer that is used again for each. */
function read(pieces: readonly Buffer[], isClosed = false): Posted | null {
  const reader = new AnswerReader(LIMIT);
  const buffer = Buffer.alloc(64 * 1024);
  let posted: Posted | null = null;
  for (const piece of pieces) {
    piece.copy(buffer);
    posted ??= reader.read(buffer.subarray(0, piece.length));
    buffer.fill('?');
  }
  return posted ?? (isClosed ? reader.close() : null);
}

function cut(bytes: Buffer, at: readonly number[]): Buffer[] {
  const ends = [...at.map((one) => one % (bytes.length + 1)), bytes.length].sort((a, b) => a - b);
  return ends.map((end, index) => bytes.subarray(ends[index - 1] ?? 0, end));
}

/** The body in chunks of so many bytes. */
function chunked(size: number): string {
  const bytes = Buffer.from(BODY);
  let text = '';
  for (let at = 0; at < bytes.length; at += size) {
    const chunk = bytes.subarray(at, at + size);
    text += `${chunk.length.toString(16)};some=extension\r\n${chunk.toString('latin1')}\r\n`;
  }
  return `${text}0\r\n`;
}

const chunkedAnswer = (size: number, trailers = '') =>
  Buffer.concat([
    answer(['Transfer-Encoding: chunked']),
    Buffer.from(`${chunked(size)}${trailers}\r\n`, 'latin1'),
  ]);

describe('an HTTP answer', () => {
  it.each([
    { what: 'of a length', bytes: answer([`Content-Length: ${BYTES}`], BODY) },
    { what: 'in one chunk', bytes: chunkedAnswer(BYTES) },
    { what: 'in chunks', bytes: chunkedAnswer(3) },
    { what: 'in chunks with trailers', bytes: chunkedAnswer(7, 'X-Sum: 1\r\nX-More: 2\r\n') },
    {
      what: 'after interim answers',
      bytes: Buffer.concat([
        Buffer.from('HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n'),
        answer([`Content-Length: ${BYTES}`], BODY),
      ]),
    },
  ])('$what is the same wherever it is cut', ({ bytes }) => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (at) => {
        const posted = read(cut(bytes, at));
        expect(posted).toEqual({
          status: 200,
          text: BODY,
          cacheControl: undefined,
          reusableMs: 4_000,
        });
      }),
    );
  });

  it('without a length ends with its connection, which is not used again', () => {
    const bytes = answer([], BODY);
    expect(read([bytes])).toBeNull();
    expect(read([bytes], true)).toMatchObject({ text: BODY, reusableMs: 0 });
  });

  it.each([204, 304])('of status %i has no body', (status) => {
    const bytes = Buffer.from(`HTTP/1.1 ${status} \r\nContent-Length: 5\r\n\r\n`);
    expect(read([bytes])).toMatchObject({ status, text: '' });
  });

  it('that is cut off is none', () => {
    expect(read([answer([`Content-Length: ${BYTES + 1}`], BODY)], true)).toBeNull();
    expect(read([answer(['Transfer-Encoding: chunked'], '5\r\nhello\r\n')], true)).toBeNull();
  });

  it('tells its cache-control, from all of its lines', () => {
    const bytes = answer([
      'Content-Length: 0',
      'cache-control: max-age=5',
      'Cache-Control: private',
    ]);
    expect(read([bytes])?.cacheControl).toBe('max-age=5, private');
  });

  it.each([
    { lines: ['Keep-Alive: timeout=5'], ms: 4_000 },
    { lines: ['Keep-Alive: timeout=72, max=1000'], ms: 71_000 },
    { lines: ['Keep-Alive: timeout=1'], ms: 0 },
    { lines: ['Connection: close'], ms: 0 },
    { lines: ['Connection: Close', 'Keep-Alive: timeout=5'], ms: 0 },
  ])('with $lines leaves its connection usable for $ms ms', ({ lines, ms }) => {
    expect(read([answer(['Content-Length: 0', ...lines])])?.reusableMs).toBe(ms);
  });

  it('of HTTP/1.0 leaves its connection usable only where it says so', () => {
    const old = (line: string) =>
      Buffer.from(`HTTP/1.0 200 OK\r\nContent-Length: 0\r\n${line}\r\n`);
    expect(read([old('')])?.reusableMs).toBe(0);
    expect(read([old('Connection: keep-alive\r\n')])?.reusableMs).toBe(4_000);
  });

  it.each([
    { what: 'of a length', bytes: answer([`Content-Length: ${BYTES}`], `${BODY}more`) },
    { what: 'in chunks', bytes: Buffer.concat([chunkedAnswer(5), Buffer.from('more')]) },
  ])(
    '$what with more behind it is an answer, and its connection is not used again',
    ({ bytes }) => {
      expect(read([bytes])).toMatchObject({ text: BODY, reusableMs: 0 });
    },
  );

  it.each([
    { what: 'no HTTP', bytes: Buffer.from('SSH-2.0-OpenSSH_9.6\r\n\r\n'), why: /status line/ },
    { what: 'HTTP/2', bytes: Buffer.from('HTTP/2 200 OK\r\n\r\n'), why: /status line/ },
    {
      what: 'another protocol',
      bytes: Buffer.from('HTTP/1.1 101 Switching\r\n\r\n'),
      why: /protocol/,
    },
    {
      what: 'two lengths',
      bytes: answer(['Content-Length: 1', 'Content-Length: 2']),
      why: /one number/,
    },
    { what: 'a length below zero', bytes: answer(['Content-Length: -1']), why: /one number/ },
    { what: 'a length in hex', bytes: answer(['Content-Length: 0x10']), why: /one number/ },
    {
      what: 'a length and chunks',
      bytes: answer(['Content-Length: 5', 'Transfer-Encoding: chunked']),
      why: /chunked as well/,
    },
    {
      what: 'another encoding',
      bytes: answer(['Transfer-Encoding: gzip, chunked']),
      why: /"chunked"/,
    },
    { what: 'a folded line', bytes: answer(['X-A: 1', ' 2']), why: /proper name/ },
    { what: 'a space before a colon', bytes: answer(['Content-Length : 5']), why: /proper name/ },
    { what: 'a line feed alone', bytes: answer(['X-A: 1\nContent-Length: 5']), why: /half a line/ },
    { what: 'a return alone', bytes: answer(['X-A: 1\rContent-Length: 5']), why: /half a line/ },
    { what: 'a null', bytes: answer(['X-A: 1\0']), why: /a null/ },
    {
      what: 'endless interim answers',
      bytes: Buffer.from('HTTP/1.1 100 \r\n\r\n'.repeat(5_000)),
      why: /interim/,
    },
    { what: 'a line without a colon', bytes: answer(['nothing']), why: /proper name/ },
    {
      what: 'endless fields',
      bytes: answer(Array(700).fill('X-Long: aaaaaaaaaaaaaaaa')),
      why: /too long/,
    },
    {
      what: 'a body over the limit',
      bytes: answer([`Content-Length: ${LIMIT + 1}`]),
      why: /1000 bytes/,
    },
    { what: 'an endless body', bytes: answer([], 'a'.repeat(LIMIT + 1)), why: /1000 bytes/ },
    {
      what: 'chunks over the limit',
      bytes: answer(
        ['Transfer-Encoding: chunked'],
        `${'1f4\r\n'.concat('a'.repeat(500), '\r\n').repeat(3)}`,
      ),
      why: /1000 bytes/,
    },
    {
      what: 'no chunk size',
      bytes: answer(['Transfer-Encoding: chunked'], 'hello\r\n'),
      why: /no size/,
    },
    {
      what: 'a negative chunk',
      bytes: answer(['Transfer-Encoding: chunked'], '-5\r\n'),
      why: /no size/,
    },
    {
      what: 'a chunk longer than it says',
      bytes: answer(['Transfer-Encoding: chunked'], '3\r\nhello\r\n'),
      why: /longer than it says/,
    },
    {
      what: 'chunk lines without a carriage return',
      bytes: answer(['Transfer-Encoding: chunked'], '5\nhello\n'),
      why: /end as it must/,
    },
    {
      what: 'an endless chunk extension',
      bytes: answer(['Transfer-Encoding: chunked'], `5;${'a'.repeat(2_000)}`),
      why: /too long/,
    },
    {
      what: 'endless trailers',
      bytes: answer(['Transfer-Encoding: chunked'], `0\r\n${'X-A: 1\r\n'.repeat(50)}`),
      why: /too many trailers/,
    },
  ])('with $what is refused', ({ bytes, why }) => {
    expect(() => read([bytes], true)).toThrow(why);
    expect(() => read([bytes.subarray(0, 9), bytes.subarray(9)], true)).toThrow(why);
  });
});
