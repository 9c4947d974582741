import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGateway } from '../../gateway/gateway.ts';
import { everybodyIsPublic } from '../../gateway/identity.ts';
import { PLANNING_HERE } from '../../gateway/planning/plan-here.ts';
import { StartupError } from '../../platform/startup-error.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { collectingLog, compose, localTransport, startGateway } from './support/gateways.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const supergraphWith = (fields: string) =>
  compose({ 'students-and-mycap': `${LINK} type Query { ${fields} } type Who { role: String! }` });

const BEFORE = supergraphWith('whoAmI: Who!');
const AFTER = supergraphWith('whoAmI: Who! hang: String');
const WATCH = { everyMs: 50 };

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'supergraph '));
  file = join(folder, 'supergraph.graphql');
  writeFileSync(file, BEFORE);
});
afterEach(() => rmSync(folder, { recursive: true }));

const HAS_HANG = '{ __type(name: "Query") { fields { name } } }';
const start = () =>
  startGateway({ supergraph: { file, watch: WATCH }, transport: localTransport() });

describe('a watched supergraph', () => {
  it('is swapped for a new one while requests run', async () => {
    const { ask, gateway } = await start();
    writeFileSync(file, AFTER);
    await vi.waitUntil(async () => (await ask(HAS_HANG)).text.includes('hang'), PATIENCE_MS);
    expect((await ask('{ whoAmI { role } }')).data).toEqual({ whoAmI: { role: 'PUBLIC' } });
    await gateway.close();
  });

  it.each([
    ['no GraphQL', '{'],
    ['no supergraph', 'type Query { whoAmI: String }'],
    ['gone', null],
  ])('stays as it was where the new file is %s, and the log says so once', async (_what, sdl) => {
    const { ask, gateway, lines } = await start();
    if (sdl === null) rmSync(file);
    else writeFileSync(file, sdl);
    await vi.waitUntil(() => lines.length > 0, PATIENCE_MS);
    expect(lines).toEqual([
      expect.objectContaining({
        message: 'The new supergraph cannot be served: the last good one stays.',
        reason: expect.any(String),
      }),
    ]);
    expect((await ask('{ whoAmI { role } }')).data).toEqual({ whoAmI: { role: 'PUBLIC' } });
    writeFileSync(file, AFTER);
    await vi.waitUntil(async () => (await ask(HAS_HANG)).text.includes('hang'), PATIENCE_MS);
    await gateway.close();
  });
});

describe('a start', () => {
  const begin = (supergraphFile: string) =>
    createGateway({
      supergraph: { file: supergraphFile, watch: 'never' },
      transport: localTransport(),
      identity: everybodyIsPublic,
      devIssuer: null,
      graphiql: null,
      corsOrigins: [],
      ready: async () => true,
      log: collectingLog().log,
      planning: PLANNING_HERE,
    });

  it('without a supergraph is refused, with the name of the file', async () => {
    await expect(begin(join(folder, 'none.graphql'))).rejects.toThrow(/none\.graphql.*ENOENT/);
    await expect(begin(join(folder, 'none.graphql'))).rejects.toThrow(StartupError);
  });

  it('on a supergraph whose security directives we do not enforce is refused', async () => {
    const guarded = BEFORE.replace(
      'schema\n',
      'schema\n  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)\n',
    );
    writeFileSync(file, guarded);
    await expect(begin(file)).rejects.toThrow(/authenticated/);
  });
});
