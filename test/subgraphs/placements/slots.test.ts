import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { makePlacement } from '../../support/make-placements.ts';
import { type SubgraphUnderTest, startSubgraph } from '../../support/subgraph-under-test.ts';

const SLOTS = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Opportunity { slotsFilled slotsOpen }
} }`;

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());

const opportunity = (id: string, slots: number) => ({ __typename: 'Opportunity', id, slots });

describe('the slots of an opportunity', () => {
  it.each([
    { status: 'PROPOSED', filled: 0 },
    { status: 'MATCHED', filled: 1 },
    { status: 'APPROVED', filled: 1 },
    { status: 'ACTIVE', filled: 1 },
    { status: 'COMPLETED', filled: 1 },
    { status: 'ENDED_EARLY', filled: 1 },
    { status: 'WITHDRAWN', filled: 0 },
    { status: 'DECLINED', filled: 0 },
  ])('who is $status fills $filled', async ({ status, filled }) => {
    const id = randomUUID();
    await makePlacement(graph.database, { opportunity_id: id, status });
    expect(await graph.ask(SLOTS, { keys: [opportunity(id, 3)] })).toEqual({
      data: { _entities: [{ slotsFilled: filled, slotsOpen: 3 - filled }] },
    });
  });

  it('are never fewer than none, and all open where nobody came', async () => {
    const [full, empty] = [randomUUID(), randomUUID()];
    for (let n = 0; n < 3; n++) await makePlacement(graph.database, { opportunity_id: full });
    const keys = [opportunity(full, 2), opportunity(empty, 2), opportunity('x', 2)];
    const none = { slotsFilled: 0, slotsOpen: 2 };
    expect(await graph.ask(SLOTS, { keys })).toEqual({
      data: { _entities: [{ slotsFilled: 3, slotsOpen: 0 }, none, none] },
    });
  });

  it('of a hundred opportunities are one statement a field', async () => {
    const keys = Array.from({ length: 100 }, () => opportunity(randomUUID(), 1));
    expect(await graph.count(SLOTS, { keys })).toMatchObject({ statements: 2 });
  });
});
