import { readFileSync } from 'node:fs';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlanningThread } from '../../gateway/planning/planning-thread.ts';
import { createLocalSubgraph } from '../../platform/graphql/local-subgraph.ts';
import { fixtureSupergraph, localTransport, startGateway } from './support/gateways.ts';
import { hostileSubgraphs, hostileSupergraph } from './support/hostile/graph.ts';

const subgraphs = new Map(
  hostileSubgraphs().map((parts) => [parts.name, createLocalSubgraph(parts)] as const),
);
const transport = { kind: 'local', subgraphs } as const;
const supergraph = { sdl: hostileSupergraph() };

let running: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  running = await startGateway({ supergraph, transport, planning: createPlanningThread() });
});
afterAll(() => running.gateway.close());
beforeEach(() => {
  running.fetched.length = 0;
});

const people = (first: number, selections: string) =>
  `{ nodes(first: ${first}) { nodes { ... on Person { ${selections} } } } }`;
const twice = async (query: string) => [await running.ask(query), await running.ask(query)];
const scores = Array.from({ length: 90 }, (_, i) => `a${i}: score(of: ${i})`).join(' ');
const secrets = Array.from({ length: 90 }, (_, i) => `a${i}: secret(of: ${i})`).join(' ');

describe('an answer', () => {
  it('of two hundred rows with ninety fields each is sent', async () => {
    for (const { data, errors } of await twice(people(200, scores))) {
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ nodes: { nodes: { length: 200 } } });
    }
  });

  it('that is too large is an error with the limit, however often it is asked', async () => {
    for (const { status, data, errors } of await twice(people(1_000, `about ${scores}`))) {
      expect([status, data, errors?.length]).toEqual([200, null, 1]);
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'ANSWER_TOO_LARGE', limit: 1_000_000 });
      expect(errors?.[0]?.message).toContain('1000000');
    }
  });

  it('of a mutation that is too large says that it was carried out, and what failed', async () => {
    const page = `more(first: 1000) { nodes { ... on Person { about ${scores} } } }`;
    const query = `mutation { rename(id: "1") { secret ${page} } }`;
    for (const { status, data, errors } of await twice(query)) {
      expect([status, data]).toEqual([200, null]);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([
        'ANSWER_TOO_LARGE',
        'FORBIDDEN_FIELD',
      ]);
      expect(errors?.[0]?.message).toMatch(/was carried out.* 1000000 .*the same key/);
      expect(errors?.[1]?.path).toEqual(['rename', 'secret']);
    }
  });

  it('lists five hundred errors, and says that there are more', async () => {
    for (const { data, errors = [] } of await twice(people(1_000, secrets))) {
      expect(data).toMatchObject({ nodes: { nodes: { length: 1_000 } } });
      expect(errors).toHaveLength(501);
      expect(errors[499]?.extensions.code).toBe('FORBIDDEN_FIELD');
      expect(errors[500]?.extensions).toMatchObject({ code: 'ANSWER_TOO_LARGE', limit: 500 });
    }
  });

  it('has its actual cost counted, without what only looks like an object', async () => {
    const query = '{ node { a: id b: label(of: 1) next { name } } find(text: "{") { id } }';
    const { text } = await running.ask(query, { headers: { 'graphql-cost': 'report' } });
    expect(JSON.parse(text).extensions.cost.actual).toBe(5);
  });
});

describe('what GraphiQL asks of the schema', () => {
  const own = readFileSync('schema/supergraph.graphql', 'utf8');

  it.each([
    ['our graph', own],
    ['the graph of the fixtures', fixtureSupergraph()],
    ['the hostile graph', hostileSupergraph()],
  ])('is answered: %s', async (_what, sdl) => {
    const asked = await startGateway({ supergraph: { sdl }, transport: localTransport() });
    for (const descriptions of [true, false]) {
      const { data, errors } = await asked.ask(getIntrospectionQuery({ descriptions }));
      expect(errors).toBeUndefined();
      expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
    }
    await asked.gateway.close();
  });
});
