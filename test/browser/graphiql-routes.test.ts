import type { FastifyInstance } from 'fastify';
import Fastify from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { registerGraphiql } from '../../gateway/graphiql/routes.ts';

let app: FastifyInstance;
let html: string;

beforeAll(async () => {
  app = Fastify();
  registerGraphiql(app, { endpoint: '/graphql', operations: [], personas: null });
  html = (await app.inject('/')).body;
});
afterAll(() => app.close());

const assets = () =>
  [...html.matchAll(/(?:href|src)="(\/graphiql\/[^"]+)"/g)].map(([, url]) => `${url}`);

it('allows scripts, styles and requests of its own origin only, and no frame around it', async () => {
  const { headers } = await app.inject('/');
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'; script-src 'self'; .*connect-src 'self'; .*frame-ancestors 'none'$/,
    ),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
});

it('never repeats a nonce', async () => {
  const policies = await Promise.all(['/', '/'].map((url) => app.inject(url)));
  expect(new Set(policies.map(({ headers }) => headers['content-security-policy'])).size).toBe(2);
});

it('serves every file that the page names, for a year', async () => {
  expect(assets()).toHaveLength(6);
  for (const url of assets()) {
    const { statusCode, headers } = await app.inject(url);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': url.endsWith('.css')
        ? 'text/css; charset=utf-8'
        : 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
  }
});

it('zips for those who take it', async () => {
  const [url] = assets();
  const zipped = await app.inject({ url: `${url}`, headers: { 'accept-encoding': 'gzip, br' } });
  const plain = await app.inject(`${url}`);
  expect(zipped.headers['content-encoding']).toBe('gzip');
  expect(zipped.rawPayload.length).toBeLessThan(plain.rawPayload.length);
});

it.each([
  '/graphiql/',
  '/graphiql/page.js',
  '/graphiql/000000000000/page.js',
  '/graphiql/../package.json',
  '/graphiql/..%2f..%2fpackage.json',
  '/graphiql/%2e%2e/%2e%2e/package.json',
  '/graphiql/__proto__',
])('knows no file at %s', async (url) => {
  expect((await app.inject(url)).statusCode).toBe(404);
});
