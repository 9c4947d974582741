import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPlanningThread } from '../../gateway/planning/planning-thread.ts';
import { createLocalSubgraph } from '../../platform/graphql/local-subgraph.ts';
import { startGateway } from './support/gateways.ts';
import { FAMILY_COUNT, hostileDocument, KNOWN_BAD } from './support/hostile/documents.ts';
import { hostileSubgraphs, hostileSupergraph } from './support/hostile/graph.ts';
import { oddIn } from './support/hostile/odd.ts';

/** `npm run prove` asks 10,000, and measures. */
const EACH = 5;

let running: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  const subgraphs = hostileSubgraphs().map(
    (parts) => [parts.name, createLocalSubgraph(parts)] as const,
  );
  running = await startGateway({
    supergraph: { sdl: hostileSupergraph() },
    transport: { kind: 'local', subgraphs: new Map(subgraphs) },
    planning: createPlanningThread(),
  });
});
afterAll(() => running.gateway.close());
beforeEach(() => {
  running.fetched.length = 0;
});

describe('a document that brought the stock gateway down', () => {
  it.each(Object.entries(KNOWN_BAD))('is refused: %s', async (_what, query) => {
    const { data, errors } = await running.ask(query);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toMatch(/^(DOCUMENT_TOO_|COST_EXCEEDED)/);
    expect(running.fetched).toEqual([]);
  });
});

describe('hostile documents', () => {
  const seeds = Array.from({ length: FAMILY_COUNT }, (_, family) => family);

  it.each(seeds.map((seed) => [hostileDocument(seed).family, seed] as const))(
    'of the family "%s" are answered or refused, and none that is refused reaches a subgraph',
    async (_family, first) => {
      for (let turn = 0; turn < EACH; turn += 1) {
        const document = hostileDocument(first + turn * FAMILY_COUNT);
        running.fetched.length = 0;
        const answer = await running.ask(document.query, { variables: document.variables ?? {} });
        expect(oddIn(document, { ...answer, reached: running.fetched.length })).toEqual([]);
      }
    },
  );

  it('that are known already are answered as before', async () => {
    const document = hostileDocument(FAMILY_COUNT);
    const ask = () => running.ask(document.query, { variables: document.variables ?? {} });
    const [first, second] = [await ask(), await ask()];
    expect(second.errors?.[0]?.message).toEqual(first.errors?.[0]?.message);
  });
});
