import dns from 'node:dns';
import type { RequestListener } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import { ERROR_CODES } from '../../platform/errors.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { compose, httpTransport, startGateway } from './support/gateways.ts';
import { serve } from './support/served.ts';

const SDL = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  type Query { greeting: String }`;
type Code = 'UNAVAILABLE' | 'TIMEOUT' | 'BAD_RESPONSE';
const HOST = /127\.0\.0\.1|localhost|ECONN|<html|hunter2|at \w+ \(/;

type Found = (error: Error | null, addresses: readonly dns.LookupAddress[]) => void;

/** For a subgraph that hangs; those that answer have all the time they need. */
const TIMEOUT_MS = 300;

/** Asks a gateway whose one subgraph is this listener, or nothing. */
async function askBefore(listener: RequestListener | null, timeoutMs = PATIENCE_MS) {
  const subgraph = await serve(listener ?? (() => {}));
  if (!listener) await subgraph.close();
  const running = await startGateway({
    supergraph: { sdl: compose({ placements: SDL }, { placements: subgraph.url }) },
    transport: httpTransport(new Map(), timeoutMs),
  });
  const answer = await running.ask('{ greeting }', { headers: { 'x-request-id': 'failure-1' } });
  await running.gateway.close();
  if (listener) await subgraph.close();
  return { ...answer, lines: running.lines };
}

const json =
  (status: number, body: unknown): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

const text =
  (status: number, body: string): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/html' }).end(body);
  };

const hangsInTheBody: RequestListener = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"data":');
};

describe('a subgraph that says that it has no errors', () => {
  it.each([
    ['by null', null],
    ['by an empty list', []],
  ])('%s has answered', async (_how, errors) => {
    const answer = await askBefore(json(200, { data: { greeting: 'hi' }, errors }));
    expect(answer.data).toEqual({ greeting: 'hi' });
    expect(answer.errors).toBeUndefined();
  });

  it('has not answered without data', async () => {
    const { errors } = await askBefore(json(200, { data: null, errors: null }));
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SUBGRAPH_BAD_RESPONSE']);
  });
});

describe('a subgraph that gives no GraphQL response', () => {
  it.each<[string, RequestListener | null, RegExp, Code, number?]>([
    ['refuses the connection', null, /ECONNREFUSED/, 'UNAVAILABLE'],
    [
      'answers with a page',
      text(502, '<html>hunter2</html>'),
      /not a GraphQL response \(HTTP 502/,
      'BAD_RESPONSE',
    ],
    [
      'answers with other JSON',
      json(200, { greeting: 'hi' }),
      /not a GraphQL response/,
      'BAD_RESPONSE',
    ],
    ['answers with an empty object', json(200, {}), /not a GraphQL response/, 'BAD_RESPONSE'],
    ['answers with null', json(200, null), /not a GraphQL response/, 'BAD_RESPONSE'],
    [
      'points elsewhere',
      (_q, r) => r.writeHead(302, { location: '/' }).end(),
      /HTTP 302/,
      'BAD_RESPONSE',
    ],
    [
      'does not know the gateway',
      json(401, { errors: [{ message: 'hunter2' }] }),
      /HTTP 401/,
      'UNAVAILABLE',
    ],
    [
      'cuts the connection',
      (request) => request.socket.destroy(),
      /connection was closed before the answer/,
      'UNAVAILABLE',
    ],
    ['never answers', () => {}, /within 300 ms/, 'TIMEOUT', TIMEOUT_MS],
    ['stops in the middle of its answer', hangsInTheBody, /within 300 ms/, 'TIMEOUT', TIMEOUT_MS],
  ])(
    'is named, and nothing else of it, when it %s',
    async (_what, listener, why, code, timeoutMs) => {
      const { status, data, errors, text: body, lines } = await askBefore(listener, timeoutMs);
      expect(status).toBe(200);
      expect(data).toEqual({ greeting: null });
      expect(errors).toEqual([
        {
          message: ERROR_CODES[`SUBGRAPH_${code}`],
          extensions: {
            code: `SUBGRAPH_${code}`,
            subgraph: 'placements',
            requestId: 'failure-1',
          },
        },
      ]);
      expect(body).not.toMatch(HOST);
      expect(lines).toEqual([
        expect.objectContaining({ requestId: 'failure-1', why: expect.stringMatching(why) }),
      ]);
    },
  );
});

it.each(['placements:4004/graphql', 'no URL', 'ftp://127.0.0.1/graphql'])(
  'a subgraph whose URL is "%s" is one that does not answer, and the log says why',
  async (url) => {
    const { ask, gateway, lines } = await startGateway({
      supergraph: { sdl: compose({ placements: SDL }, { placements: url }) },
      transport: httpTransport(new Map()),
    });
    const { data, errors } = await ask('{ greeting }');
    await gateway.close();
    expect(data).toEqual({ greeting: null });
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
    expect(lines).toEqual([
      expect.objectContaining({ why: expect.stringContaining('does not begin with http') }),
    ]);
  },
);

it('a subgraph with several addresses that does not answer is logged with each of them', async () => {
  const addresses = ['127.0.0.2', '127.0.0.3'].map((address) => ({ address, family: 4 }));
  const { gateway, ask, lines } = await startGateway({
    supergraph: {
      sdl: compose({ placements: SDL }, { placements: 'http://placements:1/graphql' }),
    },
    transport: httpTransport(new Map()),
  });
  const lookup = vi.spyOn(dns, 'lookup');
  lookup.mockImplementation(((_name: string, _options: object, found: Found) =>
    found(null, addresses)) as typeof dns.lookup);
  const { errors } = await ask('{ greeting }');
  lookup.mockRestore();
  await gateway.close();
  expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['SUBGRAPH_UNAVAILABLE']);
  expect(lines).toEqual([
    expect.objectContaining({ why: expect.stringMatching(/127\.0\.0\.2:1, .*127\.0\.0\.3:1/) }),
  ]);
});

describe('a GraphQL error of a subgraph', () => {
  it.each([
    ['an unknown code', { code: 'P2002', exception: { stacktrace: ['at x (y.js)'] } }],
    ['no code', undefined],
    ['the name of what every object has', { code: 'constructor' }],
    ['a code that only the gateway has', { code: 'SUBGRAPH_BAD_RESPONSE' }],
    ['a complaint about what the gateway asked', { code: 'GRAPHQL_VALIDATION_FAILED' }],
  ])('with %s is masked', async (_what, extensions) => {
    const error = { message: 'hunter2 at http://127.0.0.1', path: ['greeting'], extensions };
    const { errors, text: body } = await askBefore(json(500, { data: null, errors: [error] }));
    expect(errors?.map(({ extensions: { code } }) => code)).toEqual(['INTERNAL']);
    expect(body).not.toMatch(HOST);
  });

  it('keeps only the extensions that we know', async () => {
    const extensions = { code: 'CONFLICT', rule: 'ONCE', host: '127.0.0.1', stacktrace: ['x'] };
    const error = { message: 'Somebody was faster.', path: ['greeting'], extensions };
    const { errors } = await askBefore(json(200, { data: { greeting: null }, errors: [error] }));
    expect(errors).toEqual([
      {
        message: 'Somebody was faster.',
        path: ['greeting'],
        extensions: { code: 'CONFLICT', rule: 'ONCE', requestId: 'failure-1' },
      },
    ]);
  });
});
