import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localTransport, startGateway } from './support/gateways.ts';

let running: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  running = await startGateway({ transport: localTransport() });
});
afterAll(() => running.gateway.close());

/** What a page of any origin cannot send unasked: without it, a request that could be forged is refused. */
const withPreflight: typeof fetch = (url, init) => {
  const headers = new Headers(init?.headers);
  headers.set('apollo-require-preflight', 'audit');
  return fetch(url, { ...init, headers });
};

/** The audits of the GraphQL over HTTP specification, MUST, SHOULD and MAY. */
const audits = serverAudits({ url: () => `${running.origin}/graphql`, fetchFn: withPreflight });

describe('GraphQL over HTTP', () => {
  it.each(audits)('$name', async (audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});
