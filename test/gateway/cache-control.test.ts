import { describe, expect, it } from 'vitest';
import { cacheControlOf, mergeCacheControl } from '../../gateway/cache-control.ts';
import { compose, httpTransport, startGateway } from './support/gateways.ts';
import { serve } from './support/served.ts';

describe('the cache-control of an answer', () => {
  it.each([
    ['the shortest age', ['max-age=60', 'max-age=30, public'], 'max-age=30, public'],
    ['private where one part is', ['max-age=60, private', 'max-age=90'], 'max-age=60, private'],
    ['no-store where a part says nothing', ['max-age=60', undefined], 'no-store'],
    ['no-store where a part is empty', ['max-age=60', ''], 'no-store'],
    ['no-store where an age is 0', ['max-age=60', 'max-age=0, public'], 'no-store'],
    ['no-store where a part says so', ['max-age=60', 'no-store'], 'no-store'],
    ['no-store where a part has no age', ['max-age=60', 'public'], 'no-store'],
    ['no-store where an age is no number', ['max-age=soon'], 'no-store'],
    ['no-store where an age has a sign', ['max-age=-1'], 'no-store'],
    ['no-store beside an age, too', ['max-age=60, no-store'], 'no-store'],
    ['no-store where it must be asked about again', ['max-age=60, no-cache'], 'no-store'],
    ['no-store where a field must be asked about', ['max-age=60, no-cache="vary"'], 'no-store'],
    ['no-store where no subgraph had a part in it', [], 'no-store'],
    ['the age, in capitals and quotes', ['PRIVATE , Max-Age = "60"'], 'max-age=60, private'],
    ['the first kind of age only', ['max-age=60, s-maxage=900'], 'max-age=60, public'],
    ['no older than many may keep it', ['max-age=60, s-maxage=5'], 'max-age=5, public'],
    ['no-store where many may not keep it', ['max-age=60, s-maxage=0'], 'no-store'],
    ['no-store where only many may keep it', ['public, s-maxage=60'], 'no-store'],
    ['the shorter of two ages', ['max-age=5, max-age=900'], 'max-age=5, public'],
    ['no-store where one of two ages is none', ['max-age=5, max-age=x'], 'no-store'],
    ['no-store where its age stands in quotes', ['a="b, max-age=9"'], 'no-store'],
    ['no-store where its age ends in a quote', ['max-age=9"'], 'no-store'],
    ['no-store where it is garbage', [', ,=,;max-age=9'], 'no-store'],
    ['private where a part says both', ['public, max-age=60, private'], 'max-age=60, private'],
  ])('is %s', (_what, headers, expected) => {
    expect(mergeCacheControl(headers)).toBe(expected);
  });

  it.each([
    ['query', false, 'max-age=60, public'],
    ['query', true, 'no-store'],
    ['mutation', false, 'no-store'],
    ['subscription', false, 'no-store'],
  ] as const)('of a %s with errors: %s, is %s', (kind, hasErrors, expected) => {
    const answer = { kind, hasErrors, role: 'PUBLIC', fetched: ['max-age=60'] } as const;
    expect(cacheControlOf(answer)).toBe(expected);
  });

  it('is never public for one who is signed in', () => {
    const answer = { kind: 'query', hasErrors: false, role: 'STUDENT' } as const;
    expect(cacheControlOf({ ...answer, fetched: ['max-age=60, public'] })).toBe(
      'max-age=60, private',
    );
    expect(cacheControlOf({ ...answer, fetched: [] })).toBe('no-store');
    expect(cacheControlOf({ ...answer, fetched: ['public'] })).toBe('no-store');
  });
});

describe('an answer over HTTP', () => {
  const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9")';
  const sdls = {
    schools: `${LINK} type Query { school: String }`,
    placements: `${LINK} type Query { hours: Int }`,
  };
  const say = (header: string, data: object) =>
    serve((request, response) => {
      request.resume();
      response.setHeader('content-type', 'application/json').setHeader('cache-control', header);
      response.end(JSON.stringify({ data }));
    });

  it('may be kept as long as its strictest part, whichever way it was answered', async () => {
    const schools = await say('max-age=60, public', { school: 'a' });
    const placements = await say('max-age=5, private', { hours: 1 });
    const urls = new Map([
      ['schools', schools.url],
      ['placements', placements.url],
    ]);
    const { gateway, ask, origin } = await startGateway({
      corsOrigins: ['https://app.example'],
      supergraph: { sdl: compose(sdls) },
      transport: httpTransport(urls),
    });
    const headersOf = async (query: string) => (await ask(query)).headers.get('cache-control');
    for (const _way of ['by Apollo Server', 'known']) {
      expect(await headersOf('{ school }')).toBe('max-age=60, public');
      expect(await headersOf('{ school hours }')).toBe('max-age=5, private');
      expect(await headersOf('{ __typename }')).toBe('no-store');
      expect(await headersOf('{ nothing }')).toBe('no-store');
    }
    const headers = { 'apollo-require-preflight': 'yes', origin: 'https://app.example' };
    const got = await fetch(`${origin}/graphql?query={school}`, { headers });
    expect(got.headers.get('cache-control')).toBe('max-age=60, public');
    expect(got.headers.get('vary')).toMatch(/^Origin, authorization, accept, graphql-cost$/i);
    expect((await ask('{ nothing }')).headers.get('vary')).not.toContain('authorization');
    await gateway.close();
    await Promise.all([schools.close(), placements.close()]);
  });
});
