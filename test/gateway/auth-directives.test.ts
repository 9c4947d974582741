import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { StartupError } from '../../platform/startup-error.ts';
import { PATIENCE_MS } from '../support/patience.ts';
import { compose, localTransport, startGateway } from './support/gateways.ts';

const linked = (imports: string, more = '') =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", ${imports}]) ${more}`;
const spec = (name: string) => `https://specs.apollo.dev/${name}`;

const start = (supergraph: string) =>
  startGateway({ supergraph: { sdl: supergraph }, transport: localTransport() });
const refusalOf = async (supergraph: string): Promise<unknown> =>
  await start(supergraph).then(
    ({ gateway }) => gateway.close(),
    (error: unknown) => error,
  );

/** Takes one link out of a supergraph, or changes it. */
function withLink(supergraph: string, name: string, replacement = ''): string {
  const link = new RegExp(`@link\\(url: "[^"]*/${name}/[^)]*\\)`);
  if (!link.test(supergraph)) throw new Error(`The supergraph has no link to "${name}".`);
  return supergraph.replace(link, replacement);
}

const GUARDED = compose({
  a: `${linked('"@authenticated"')} type Query { open: String inner: String @authenticated }`,
});
const RENAMED = compose({
  a: `${linked('{ name: "@authenticated", as: "@signedIn" }')}
    type Query { open: String inner: String @signedIn }`,
});
const PLAIN = compose({ a: `${linked('"@shareable"')} type Query { open: String }` });

describe('a supergraph is refused at start, with the directive and a place, where it guards', () => {
  it.each([
    [
      'a field with @authenticated',
      '"@authenticated"',
      'type Query { a: String @authenticated }',
      '@authenticated at "Query.a"',
    ],
    [
      'a field with @requiresScopes',
      '"@requiresScopes"',
      'type Query { a: String @requiresScopes(scopes: [["x"]]) }',
      '@requiresScopes at "Query.a"',
    ],
    [
      'a field with @policy',
      '"@policy"',
      'type Query { a: String @policy(policies: [["x"]]) }',
      '@policy at "Query.a"',
    ],
    [
      'a type',
      '"@authenticated"',
      'type Query { a: T } type T @authenticated { x: Int }',
      '@authenticated at "T"',
    ],
    [
      'a type in an extension',
      '"@authenticated"',
      'type Query { a: T } type T { x: Int } extend type T @authenticated { y: Int }',
      '@authenticated at "T"',
    ],
    [
      'an enum',
      '"@policy"',
      'type Query { a: E } enum E @policy(policies: [["x"]]) { A }',
      '@policy at "E"',
    ],
    [
      'a scalar',
      '"@requiresScopes"',
      'type Query { a: S } scalar S @requiresScopes(scopes: [["x"]])',
      '@requiresScopes at "S"',
    ],
    [
      'what implements an interface',
      '"@authenticated"',
      'type Query { a: I } interface I { x: Int } type T implements I { x: Int @authenticated }',
      '@authenticated at "I.x" and 1 more',
    ],
    [
      'a member of a union',
      '"@authenticated"',
      'type Query { a: U } union U = T | V type T @authenticated { x: Int } type V { x: Int }',
      '@authenticated at "T"',
    ],
    [
      'a field in two places',
      '"@authenticated"',
      'type Query { a: T @authenticated } type T { x: Int @authenticated }',
      '@authenticated at "Query.a" and 1 more',
    ],
    [
      'a field by a renamed import',
      '{ name: "@policy", as: "@allowed" }',
      'type Query { a: String @allowed(policies: [["x"]]) }',
      '@allowed at "Query.a"',
    ],
    [
      'a field without an import',
      '"@shareable"',
      'type Query { a: String @federation__authenticated }',
      '@federation__authenticated at "Query.a"',
    ],
  ])('%s', async (_what, imports, sdl, named) => {
    const refusal = await refusalOf(compose({ a: `${linked(imports)} ${sdl}` }));
    expect(refusal).toBeInstanceOf(StartupError);
    expect(String(refusal)).toContain(named);
    expect(String(refusal)).toMatch(
      /which this gateway does not enforce: check it in the subgraphs/,
    );
  });

  it.each([
    ['by a link of its own', '@authenticated', ''],
    ['by a link under another name', '@auth', ', as: "auth"'],
    ['by a link for security', '@auth', ', as: "auth", for: SECURITY'],
  ])('a field %s', async (_what, directive, as) => {
    const own = `@link(url: "${spec('authenticated/v0.1')}"${as})`;
    const sdl = `${linked('"@shareable"', own)} type Query { a: String ${directive} }`;
    expect(String(await refusalOf(compose({ a: sdl })))).toContain(`${directive} at "Query.a"`);
  });

  it('what @requires a guarded field of another subgraph', async () => {
    const refusal = await refusalOf(
      compose({
        a: `${linked('"@authenticated"')} type Query { t: T } type T @key(fields: "id") { id: ID! x: Int @authenticated }`,
        b: `${linked('"@authenticated", "@requires", "@external"')} type T @key(fields: "id") { id: ID! x: Int @external
          y: Int @requires(fields: "x") @authenticated }`,
      }),
    );
    expect(String(refusal)).toContain('@authenticated at "T.x" and 1 more');
  });
});

describe('a guard stays one in a supergraph that was edited by hand', () => {
  const link = (rest: string) => `@link(url: "${spec('authenticated/v0.1')}"${rest})`;

  it.each([
    ['whose link has no purpose', withLink(GUARDED, 'authenticated', link(''))],
    ['whose link is for execution', withLink(GUARDED, 'authenticated', link(', for: EXECUTION'))],
    [
      'whose link is to another version',
      withLink(GUARDED, 'authenticated', `@link(url: "${spec('authenticated/v9.9')}")`),
    ],
    [
      'whose link is to another place',
      withLink(GUARDED, 'authenticated', '@link(url: "https://example.org/authenticated/v0.1")'),
    ],
    ['whose link is taken out', withLink(GUARDED, 'authenticated')],
    [
      'whose renamed import is to another place',
      withLink(
        RENAMED,
        'authenticated',
        '@link(url: "https://example.org/x/v0.1", import: [{ name: "@authenticated", as: "@signedIn" }])',
      ),
    ],
    [
      'whose renamed import has no purpose',
      withLink(
        RENAMED,
        'authenticated',
        link(', import: [{ name: "@authenticated", as: "@signedIn" }]'),
      ),
    ],
    [
      'whose link stands in an extension',
      `${withLink(GUARDED, 'authenticated')} extend schema ${link('')}`,
    ],
  ])('%s', async (_what, supergraph) => {
    expect(String(await refusalOf(supergraph))).toMatch(/@\w+ at "Query.inner".*does not enforce/);
  });

  it('whose renamed link is taken out', async () => {
    expect(String(await refusalOf(withLink(RENAMED, 'authenticated')))).toContain(
      'It has @signedIn at "Query.inner", and no @link says what it means.',
    );
  });

  it('whose link and definition are taken out', async () => {
    const bare = withLink(GUARDED, 'authenticated').replace(/directive @authenticated on .*/, '');
    expect(String(await refusalOf(bare))).toContain('Unknown directive "@authenticated"');
  });

  it('that uses the link nowhere', async () => {
    const unused = PLAIN.replace('schema\n', `schema\n  ${link('')}\n`);
    expect(String(await refusalOf(unused))).toContain(
      `It links ${spec('authenticated/v0.1')}, which this gateway does not enforce`,
    );
  });

  it('whose guard is said of one subgraph only', async () => {
    const joined = PLAIN.replace(
      'open: String',
      'open: String @join__directive(graphs: [A], name: "policy", args: {})',
    );
    expect(String(await refusalOf(joined))).toContain(
      'It has @policy of a subgraph at "Query.open"',
    );
  });
});

describe('a feature that nobody here knows', () => {
  const wanting = (rest: string) =>
    PLAIN.replace('schema\n', `schema\n  @link(url: "https://example.org/strange/v1.0"${rest})\n`);

  it.each([
    ['for security', ', for: SECURITY', /strange\/v1\.0, which this gateway does not enforce/],
    ['for execution', ', for: EXECUTION', /strange\/v1\.0, which this gateway does not execute/],
    ['for what is no purpose', ', for: WHATEVER', /does not execute/],
  ])('is refused %s', async (_what, rest, expected) => {
    expect(String(await refusalOf(wanting(rest)))).toMatch(expected);
  });

  it('is served where it is for neither', async () => {
    const { gateway } = await start(wanting(''));
    await gateway.close();
  });

  it('is refused in another version of one that is known', async () => {
    const next = PLAIN.replace(
      'schema\n',
      `schema\n  @link(url: "${spec('inaccessible/v9.9')}", for: SECURITY)\n`,
    );
    expect(String(await refusalOf(next))).toMatch(
      /inaccessible\/v9\.9, which this gateway does not/,
    );
  });
});

describe('a guard that guards nothing', () => {
  it.each([
    [
      'that is imported and used nowhere',
      compose({ a: `${linked('"@authenticated"')} type Query { open: String }` }),
    ],
    ['that is defined and used nowhere', `${PLAIN} directive @policy on FIELD_DEFINITION`],
  ])('%s is no obstacle', async (_what, supergraph) => {
    const { gateway } = await start(supergraph);
    await gateway.close();
  });
});

it('A watched supergraph that begins to guard changes nothing but the log', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guarded '));
  const file = join(folder, 'supergraph.graphql');
  writeFileSync(file, PLAIN);
  const { ask, gateway, lines } = await startGateway({
    supergraph: { file, watch: { everyMs: 50 } },
    transport: localTransport(),
  });
  writeFileSync(file, GUARDED);
  await vi.waitUntil(() => lines.length > 0, PATIENCE_MS);
  expect(lines).toEqual([
    expect.objectContaining({
      message: 'The new supergraph cannot be served: the last good one stays.',
      reason: expect.stringContaining('@authenticated at "Query.inner"'),
    }),
  ]);
  expect((await ask('{ inner }')).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  await gateway.close();
  rmSync(folder, { recursive: true });
});
