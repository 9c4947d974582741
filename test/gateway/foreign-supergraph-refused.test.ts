import { describe, expect, it } from 'vitest';
import { StartupError } from '../../platform/startup-error.ts';
import { type ForeignSubgraph, federation, startForeign } from './support/foreign-graph.ts';
import { compose, localTransport, startGateway } from './support/gateways.ts';

async function refusalOf(supergraph: string): Promise<string> {
  const starting = startGateway({ supergraph: { sdl: supergraph }, transport: localTransport() });
  const refusal = await starting.then(
    ({ gateway }) => gateway.close(),
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(StartupError);
  return String(refusal);
}

describe('arguments out of a context are refused at start', () => {
  const supergraph = compose({
    a: `${federation('"@context" "@fromContext"')}
      type Query { outer: Outer }
      type Outer @key(fields: "id") @context(name: "outer") { id: ID! prop: String inner: Inner }
      type Inner @key(fields: "id") { id: ID! value(x: String @fromContext(field: "$outer { prop }")): Int }`,
  });
  const link = /@link\(url: "[^"]*\/context\/[^)]*\)/;

  it('with their places', async () => {
    const refusal = await refusalOf(supergraph);
    expect(refusal).toContain(
      'It has @context at "Outer" (https://specs.apollo.dev/context/v0.1), which',
    );
    expect(refusal).toContain(
      'It has arguments out of a context at "Inner.value", which this gateway does not execute',
    );
  });

  it('where the link is taken out', async () => {
    expect(await refusalOf(supergraph.replace(link, ''))).toContain(
      'It has @context at "Outer", and no @link',
    );
  });

  it('where every trace of the directive is taken out', async () => {
    const bare = supergraph.replace(link, '').replace('@context(name: "a__outer")', '');
    expect(await refusalOf(bare)).toContain('arguments out of a context at "Inner.value"');
  });
});

describe('what a subgraph leaves to another router is refused at start', () => {
  const linked = (version: string, rest: string) =>
    `extend schema @link(url: "https://specs.apollo.dev/federation/v2.${version}", import: ["@key" ${rest}`;
  const cached = compose({
    a: `${linked('12', '"@cacheTag"])')} type Query { a: Int @cacheTag(format: "a") }`,
  });
  const connected = compose({
    a: `${linked('10', '])')} @link(url: "https://specs.apollo.dev/connect/v0.1", import: ["@connect", "@source"])
      @source(name: "s", http: { baseURL: "http://127.0.0.1:1" })
      type Query { a: [A] @connect(source: "s", http: { GET: "/a" }, selection: "id") } type A { id: ID! }`,
  });

  it.each([
    ['tags of caches', cached, 'cacheTag'],
    ['connectors', connected, 'connect'],
  ])('%s, also without their link', async (_what, supergraph, name) => {
    const link = new RegExp(`@link\\(url: "[^"]*/${name}/[^)]*\\)`);
    expect(await refusalOf(supergraph)).toMatch(
      new RegExp(`It links .*/${name}/.*does not execute`),
    );
    expect(await refusalOf(supergraph.replace(link, ''))).toMatch(
      /of a subgraph at .*does not execute/,
    );
  });
});

describe('an interface object that no plan can reach', () => {
  const owner: ForeignSubgraph = {
    sdl: `${federation()} type Query { media: [Medium] }
      interface Medium @key(fields: "id") { id: ID! title: String }
      type Movie implements Medium @key(fields: "id") { id: ID! title: String }`,
    resolvers: { Query: { media: () => [{ __typename: 'Movie', id: 1, title: 'x' }] } },
  };
  const scores = (key: string): ForeignSubgraph => ({
    sdl: `${federation('"@interfaceObject"')} type Query { top: Medium }
      type Medium @interfaceObject @key(fields: "id"${key}) { id: ID! score: Int }`,
    resolvers: { Query: { top: () => ({ id: 1, score: 5 }) } },
  });

  it('does not compose', () => {
    const sdls = { owner: owner.sdl, scores: scores(', resolvable: false').sdl };
    expect(() => compose(sdls)).toThrow(/cannot find field "Movie.score"/);
  });

  it('is an error, and never a null without one, in a supergraph that was not checked', async () => {
    const { ask, gateway } = await startForeign({ owner, scores: scores('') }, (composed) =>
      composed.replace('isInterfaceObject: true)', 'isInterfaceObject: true, resolvable: false)'),
    );
    const { data, errors } = await ask('{ media { score } }');
    expect([data, errors?.length]).toEqual([undefined, 1]);
    expect((await ask('{ top { score } media { title } }')).data).toEqual({
      top: { score: 5 },
      media: [{ title: 'x' }],
    });
    await gateway.close();
  });
});

it('An enum that is taken and given is composed only where all subgraphs have the same values', () => {
  const a = `${federation()} enum Level { LOW HIGH } type Query { a(level: Level): Level }`;
  const b = `${federation()} enum Level { LOW SECRET } type Query { b: Level }`;
  expect(() => compose({ a, b })).toThrow(/used as both input type .* and output type/);
});
