import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asking,
  compose,
  fixtureSupergraph,
  SECRET_OF_THE_GATEWAY,
  servedFixtures,
} from './support/gateways.ts';
import { run, runUntilUrl } from './support/processes.ts';
import { serve } from './support/served.ts';

const SLOW = 60_000;
const FOREIGN = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])
  type Query { topProducts: [Product] } type Product @key(fields: "upc") { upc: ID! }`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gateway scripts '));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, sdl: string) => {
  const file = join(folder, name);
  writeFileSync(file, sdl);
  return file;
};

describe('npm run gateway', { timeout: SLOW }, () => {
  it('serves any supergraph with --open, and sends its subgraphs no actor', async () => {
    const names: string[] = [];
    const products = await serve((request, response) => {
      names.push(...Object.keys(request.headers));
      response
        .setHeader('content-type', 'application/json')
        .end('{"data":{"topProducts":[{"upc":"1"}]}}');
    });
    const file = write(
      'foreign.graphql',
      compose({ products: FOREIGN }, { products: products.url }),
    );
    const { origin, stop } = await runUntilUrl('gateway.ts', [
      '--supergraph',
      file,
      '--port',
      '0',
      '--open',
    ]);
    expect((await asking(origin)('{ topProducts { upc } }')).data).toEqual({
      topProducts: [{ upc: '1' }],
    });
    expect(names.filter((name) => name.includes('actor'))).toEqual([]);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    expect(await stop()).toBe(0);
    await products.close();
  });

  it('serves our graph as the environment says, and hands its personas tokens', async () => {
    const fixtures = await servedFixtures();
    const { origin, stop } = await runUntilUrl('gateway.ts', [], {
      PORT: '0',
      SUPERGRAPH: write('ours.graphql', fixtureSupergraph()),
      ACTOR_TOKEN_SECRET: SECRET_OF_THE_GATEWAY,
      STUDENTS_SUBGRAPH_URL: fixtures.urls.get('students-and-mycap'),
      PLACEMENTS_SUBGRAPH_URL: fixtures.urls.get('placements'),
      DEV_ISSUER: 'on',
      DATA_DIR: folder,
    });
    const { code, stdout } = await run('token.ts', ['student', '--url', origin]);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)]);
    const headers = { authorization: `Bearer ${stdout.trim()}` };
    const { data } = await asking(origin)('{ whoAmI { role } }', { headers });
    expect(data).toEqual({ whoAmI: { role: 'STUDENT' } });
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);

    const unknown = await run('token.ts', ['nobody', '--url', origin]);
    expect([unknown.code, unknown.stdout]).toEqual([1, '']);
    expect(unknown.stderr).toMatch(/no persona "nobody".*student, family/);

    await fixtures.close();
    expect((await fetch(`${origin}/health/ready`)).status).toBe(503);
    expect(await stop()).toBe(0);
  });

  it.each([
    ['without an issuer', [], { ACTOR_TOKEN_SECRET: SECRET_OF_THE_GATEWAY }, /no issuer of tokens/],
    ['without a secret', [], { DEV_ISSUER: 'on' }, /ACTOR_TOKEN_SECRET/],
    ['with --open and no supergraph', ['--open'], {}, /--supergraph FILE/],
  ])('%s is refused in one sentence', async (_what, args, env, why) => {
    const { code, stdout, stderr } = await run('gateway.ts', args, env);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(why);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});

describe('npm run token', { timeout: SLOW }, () => {
  it('says so where nothing runs', async () => {
    const { code, stdout, stderr } = await run('token.ts', [
      'student',
      '--url',
      'http://127.0.0.1:1',
    ]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(
      /Nothing answers at http:\/\/127\.0\.0\.1:1\. Start it with "npm start"/,
    );
  });
});
