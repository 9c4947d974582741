import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../platform/database.ts';
import { catchUp } from '../../support/following.ts';
import { makePlacement } from '../../support/make-placements.ts';
import { startTestDatabases, type TestDatabases } from '../../support/test-database.ts';
import { makeOpportunity, makeSite } from './makers.ts';
import { ACTORS, FIFTY, openWriting, outcomesOf } from './writing.ts';

const graph = openWriting();
const UPDATE = `mutation ($input: UpdateOpportunityInput!) {
  updateOpportunity(input: $input) { opportunity { version } }
}`;
const SHOWN = `query ($id: ID!) { opportunity(id: $id) { status slots slotsRequest { requested refused } } }`;

let databases: TestDatabases;
let placements: Database;
beforeAll(async () => {
  databases = await startTestDatabases();
  placements = await databases.create('placements');
});
afterAll(() => databases.stop());

let site: string;
let id: string;
beforeEach(async () => {
  site = await makeSite(graph.database());
  id = await makeOpportunity(graph.database(), site, { slots: 3 });
  await everybodyKnows();
});
const everybodyKnows = () => catchUp({ 'employers-and-sites': graph.database(), placements });
const ask = (slots: number, version: number) =>
  graph.ask(UPDATE, {
    as: ACTORS.BOARD_STAFF,
    input: { opportunityId: id, expectedVersion: version, slots },
  });
const take = () =>
  makePlacement(placements, { opportunity_id: id, site_id: site, status: 'MATCHED' });
const shown = async () =>
  (await graph.ask(SHOWN, { as: ACTORS.BOARD_STAFF, id })).data?.opportunity;

describe('slots, between who offers and who reserves them', () => {
  it('are all open at first, fill, and are given back', async () => {
    expect(await shown()).toEqual({ status: 'OPEN', slots: 3, slotsRequest: null });
    const [last] = [await take(), await take(), await take()];
    await everybodyKnows();
    expect(await shown()).toMatchObject({ status: 'FILLED' });
    await placements.pool.query("update placement set status = 'WITHDRAWN' where id = $1", [last]);
    await everybodyKnows();
    expect(await shown()).toMatchObject({ status: 'OPEN' });
  });

  it('become more where more are asked for, and what was full is open again', async () => {
    for (let n = 0; n < 3; n++) await take();
    await everybodyKnows();
    await ask(5, 1);
    await everybodyKnows();
    expect(await shown()).toEqual({ status: 'OPEN', slots: 5, slotsRequest: null });
  });

  it('become fewer down to those that are taken, and no further', async () => {
    await take();
    await take();
    await ask(2, 1);
    await everybodyKnows();
    expect(await shown()).toEqual({ status: 'FILLED', slots: 2, slotsRequest: null });
    await ask(1, 2);
    await everybodyKnows();
    const slotsRequest = { requested: 1, refused: true };
    expect(await shown()).toEqual({ status: 'FILLED', slots: 2, slotsRequest });
  });

  it('end alike on both sides when fifty ask for another number, one after the other', async () => {
    await take();
    const answers = [];
    for (const n of FIFTY) answers.push(await ask((n % 4) + 1, await versionNow()));
    expect(outcomesOf(answers)).toEqual({ done: 50 });
    await everybodyKnows();
    const { rows } = await placements.pool.query(
      'select slots, filled from opportunity_ref where opportunity_id = $1',
      [id],
    );
    expect(rows).toEqual(
      await graph.rows('select slots, filled from opportunity where id = $1', [id]),
    );
    expect(await everybodyKnows()).toBe(0);
  });
});

async function versionNow(): Promise<number> {
  const [row] = await graph.rows('select version from opportunity where id = $1', [id]);
  return Number(row?.version);
}
