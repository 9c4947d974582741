import { afterAll, beforeAll, expect, it } from 'vitest';
import { createContexts } from '../../../subgraphs/placements/context.ts';
import type { PlacementStatus } from '../../../subgraphs/placements/generated/client/client.ts';
import { asRefusal } from '../../../subgraphs/placements/moves/refusals.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { type Desk, openDesk } from '../../support/placements-desk.ts';
import { NOW, type SubgraphUnderTest, startSubgraph } from '../../support/subgraph-under-test.ts';

let graph: SubgraphUnderTest;
let desk: Desk;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
  desk = await openDesk(graph);
});
afterAll(() => graph.stop());

/** What a caller would be told where a write met the constraint that no check had foreseen. */
async function refusalOf(id: string, status: PlacementStatus): Promise<unknown> {
  const createContext = createContexts(graph.database, () => NOW);
  const { db } = createContext({ actor: desk.actors.SCHOOL_STAFF, requestId: 'test' });
  return db.placement.update({ where: { id }, data: { status } }).then(() => null, asRefusal);
}

it('the database’s own word on slots is the refusal that the check would have been', async () => {
  await desk.place('MATCHED');
  const refusal = await refusalOf(await desk.place('PROPOSED'), 'MATCHED');
  expect(refusal).toMatchObject({ extensions: { code: 'RULE_VIOLATED', rule: 'NO_SLOT_LEFT' } });
});

it('the database’s own word on hours a week is the refusal that the check would have been', async () => {
  const elsewhere = { opportunity_id: null, minutes_per_week: 1_500 };
  await desk.place('ACTIVE', elsewhere);
  const refusal = await refusalOf(await desk.place('PROPOSED', elsewhere), 'ACTIVE');
  expect(refusal).toMatchObject({
    extensions: { code: 'RULE_VIOLATED', rule: 'WEEKLY_HOURS_CAP' },
  });
});

it('any other error stays what it is', () => {
  const error = new Error('Something else.');
  expect(asRefusal(error)).toBe(error);
  expect(asRefusal('text')).toBe('text');
});
