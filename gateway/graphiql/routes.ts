import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { loadAssets } from './assets.ts';
import { renderDocument } from './document.ts';
import type { GraphiqlOptions } from './options.ts';

const ONE_YEAR_SECONDS = 31_536_000;

/** Serves GraphiQL at `/` and its files under `/graphiql/`; nothing comes from another host. */
export function registerGraphiql(app: FastifyInstance, options: GraphiqlOptions): void {
  const { version, byPath } = loadAssets();

  app.get('/', (_request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .headers(pageHeaders(nonce))
      .send(renderDocument(`/graphiql/${version}`, nonce, options));
  });

  app.get<{ Params: { '*': string } }>('/graphiql/*', async (request, reply) => {
    const asset = byPath.get(request.params['*']);
    if (asset === undefined) return reply.callNotFound();
    const zip = /\bgzip\b/.test(String(request.headers['accept-encoding']));
    if (zip) reply.header('content-encoding', 'gzip');
    return reply
      .headers({
        'content-type': asset.type,
        'cache-control': `public, max-age=${ONE_YEAR_SECONDS}, immutable`,
        vary: 'accept-encoding',
        'x-content-type-options': 'nosniff',
      })
      .send(zip ? await asset.zipped() : asset.body);
  });
}

const pageHeaders = (nonce: string) => ({
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': contentSecurityPolicy(nonce),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
});

/** `data:` is for the fonts and icons inside graphiql.css, the nonce for the scroll lock of its dialogs. */
const contentSecurityPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    'font-src data:',
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
