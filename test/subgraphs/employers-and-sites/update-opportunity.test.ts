import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { tellFacts } from '../../support/following.ts';
import { makeOpportunity, makeProgram, makeSite } from './makers.ts';
import {
  ACTORS,
  BYSTANDERS,
  employerAt,
  FIFTY,
  OTHER_BOARD,
  openWriting,
  outcomesOf,
  refusalsOf,
} from './writing.ts';

const graph = openWriting();
const SHOWN = `opportunity {
  title version status hoursPerWeek hourlyWage minimumAge slots slotsRequest { requested refused }
}`;
const UPDATE = `mutation ($input: UpdateOpportunityInput!) {
  updateOpportunity(input: $input) { ${SHOWN} findings { rule } }
}`;
const CLOSE = `mutation ($input: CloseOpportunityInput!) { closeOpportunity(input: $input) { ${SHOWN} } }`;
const ONE = `query ($id: ID!) { opportunity(id: $id) { slots status slotsRequest { requested refused } } }`;

let site: string;
let id: string;
beforeEach(async () => {
  site = await makeSite(graph.database());
  id = await makeOpportunity(graph.database(), site, { slots: 4 });
});
const update = (input: object, { version = 1, as = ACTORS.BOARD_STAFF } = {}) =>
  graph.ask(UPDATE, { as, input: { opportunityId: id, expectedVersion: version, ...input } });
const close = ({ version = 1, as = ACTORS.BOARD_STAFF } = {}) =>
  graph.ask(CLOSE, { as, input: { opportunityId: id, expectedVersion: version } });
const shown = async () => (await graph.ask(ONE, { as: ACTORS.BOARD_STAFF, id })).data?.opportunity;

describe('an opportunity', () => {
  it('changes what is said, and keeps the rest', async () => {
    expect(await update({ title: 'Clinic guide', hoursPerWeek: 25.5, minimumAge: null })).toEqual({
      data: {
        updateOpportunity: {
          opportunity: {
            title: 'Clinic guide',
            version: 2,
            status: 'OPEN',
            hoursPerWeek: 25.5,
            hourlyWage: 16.75,
            minimumAge: null,
            slots: 4,
            slotsRequest: null,
          },
          findings: [],
        },
      },
    });
  });

  it('keeps what must be there where null is said', async () => {
    const { data } = await update({ title: null, startDate: null, slots: null, hourlyWage: null });
    expect(data).toMatchObject({
      updateOpportunity: { opportunity: { title: 'Clinic assistant', hourlyWage: null, slots: 4 } },
    });
  });

  it('changes its career cluster with its occupation', async () => {
    await update({ soc: '15-1232' });
    const [row] = await graph.rows('select career_cluster::text from opportunity where id = $1', [
      id,
    ]);
    expect(row?.career_cluster).toBe('INFORMATION_TECHNOLOGY');
  });

  it.each([
    { what: 'end before it starts', input: { endDate: '2026-07-01' }, rule: 'ENDS_BEFORE_START' },
    { what: 'have no slots', input: { slots: 0 }, rule: 'NO_SLOTS' },
    {
      what: 'be unpaid without credit',
      input: { pay: 'UNPAID', hourlyWage: null },
      rule: 'PAID_OR_CREDIT',
    },
    { what: 'have a wage and a stipend', input: { pay: 'STIPEND' }, rule: 'WAGE_WITHOUT_PAY' },
  ])('cannot come to $what', async ({ input, rule }) => {
    expect(refusalsOf(await update(input))).toEqual([`RULE_VIOLATED ${rule}`]);
  });

  it('may be unfinished while it is a draft, and says so', async () => {
    id = await makeOpportunity(graph.database(), site, { status: 'DRAFT' });
    const { data } = await update({ pay: 'UNPAID', hourlyWage: null });
    expect(data).toMatchObject({ updateOpportunity: { findings: [{ rule: 'PAID_OR_CREDIT' }] } });
  });

  it.each(['CLOSED', 'WITHDRAWN'])(
    'that is %s changes no more, and is not closed again',
    async (status) => {
      id = await makeOpportunity(graph.database(), site, { status });
      expect(refusalsOf(await update({ title: 'x' }))).toEqual([
        'RULE_VIOLATED OPPORTUNITY_STATUS',
      ]);
      expect(refusalsOf(await close())).toEqual(['RULE_VIOLATED OPPORTUNITY_STATUS']);
    },
  );

  it.each([
    { from: 'OPEN', to: 'CLOSED' },
    { from: 'FILLED', to: 'CLOSED' },
    { from: 'DRAFT', to: 'WITHDRAWN' },
  ])('that is $from is closed as $to', async ({ from, to }) => {
    id = await makeOpportunity(graph.database(), site, { status: from });
    const { data } = await close();
    expect(data).toMatchObject({ closeOpportunity: { opportunity: { status: to, version: 2 } } });
  });

  it.each([
    { input: { programId: randomUUID() } },
    { input: { programHostId: randomUUID() } },
    { input: { opportunityId: randomUUID() } },
    { input: { opportunityId: 'x' } },
  ])('is not changed with $input', async ({ input }) => {
    expect(refusalsOf(await update(input))).toEqual(['NOT_FOUND']);
  });

  it('joins a program and leaves it', async () => {
    const programId = await makeProgram(graph.database());
    const program = () => graph.rows('select program_id from opportunity where id = $1', [id]);
    await update({ programId });
    expect(await program()).toEqual([{ program_id: programId }]);
    await update({ programId: null }, { version: 2 });
    expect(await program()).toEqual([{ program_id: null }]);
  });

  it.each([
    ...BYSTANDERS.map((role) => ({ who: role as string, actor: ACTORS[role] })),
    { who: "another region's board", actor: OTHER_BOARD },
    { who: "another site's employer", actor: employerAt(randomUUID()) },
  ])('is neither changed nor closed by $who', async ({ actor: as }) => {
    expect(refusalsOf(await update({ title: 'x' }, { as }))).toEqual(['FORBIDDEN']);
    expect(refusalsOf(await close({ as }))).toEqual(['FORBIDDEN']);
  });

  it('that another employer drafts is not there', async () => {
    id = await makeOpportunity(graph.database(), site, { status: 'DRAFT' });
    const as = employerAt(randomUUID());
    expect(refusalsOf(await update({ title: 'x' }, { as }))).toEqual(['NOT_FOUND']);
  });

  it('is not rated by who advertises it', async () => {
    const as = employerAt(site);
    expect(refusalsOf(await update({ demandRating: 'GROWTH_AREA' }, { as }))).toEqual([
      'FORBIDDEN',
    ]);
    expect((await update({ title: 'Clinic guide' }, { as })).errors).toBeUndefined();
  });
});

describe('slots', () => {
  const told = (slots: number, filled: number, slotsVersion: number, refused = false) =>
    tellFacts('employers-and-sites', graph.database(), [
      {
        topic: 'capacity',
        key: id,
        body: { opportunityId: id, slots, filled, slotsVersion, refused },
      },
    ]);
  const request = async () => {
    const sql =
      "select body->'slotsRequested' as slots, body->'slotsVersion' as version from change where topic = 'opportunity' and key = $1";
    return (await graph.rows(sql, [id]))[0];
  };

  it('are asked for, and stay as they are until placements answers', async () => {
    await update({ slots: 2 });
    expect(await shown()).toEqual({
      slots: 4,
      status: 'OPEN',
      slotsRequest: { requested: 2, refused: false },
    });
    expect(await request()).toEqual({ slots: 2, version: 2 });
    await told(2, 1, 2);
    expect(await shown()).toEqual({ slots: 2, status: 'OPEN', slotsRequest: null });
    expect(await request()).toEqual({ slots: 2, version: 2 });
  });

  it('that are taken are not taken away, and the refusal is seen', async () => {
    await update({ slots: 2 });
    await told(4, 3, 2, true);
    expect(await shown()).toEqual({
      slots: 4,
      status: 'OPEN',
      slotsRequest: { requested: 2, refused: true },
    });
    await update({ slots: 2 }, { version: 2 });
    expect(await request()).toEqual({ slots: 2, version: 3 });
  });

  it('asked for twice are answered twice: an answer to the first says nothing of the second', async () => {
    await update({ slots: 2 });
    await update({ slots: 3 }, { version: 2 });
    await told(4, 3, 2, true);
    expect(await shown()).toMatchObject({ slotsRequest: { requested: 3, refused: false } });
    await told(3, 3, 3);
    expect(await shown()).toEqual({ slots: 3, status: 'FILLED', slotsRequest: null });
  });

  it('that are all taken fill an opportunity, and one given back opens it', async () => {
    await told(4, 4, 1);
    expect(await shown()).toMatchObject({ status: 'FILLED' });
    await told(4, 3, 1);
    expect(await shown()).toMatchObject({ status: 'OPEN' });
  });

  it('told twice, or of what is not here, change nothing', async () => {
    await told(4, 2, 1);
    const before = await graph.rows('select * from opportunity where id = $1', [id]);
    await told(4, 2, 1);
    const elsewhere = randomUUID();
    await tellFacts('employers-and-sites', graph.database(), [
      { topic: 'capacity', key: elsewhere, body: null },
    ]);
    expect(await graph.rows('select * from opportunity where id = $1', [id])).toEqual(before);
  });

  it('told do not put an edit in conflict', async () => {
    await told(4, 2, 1);
    expect((await update({ title: 'Clinic guide' })).errors).toBeUndefined();
  });
});

describe('fifty at once', () => {
  it('who saw the same version change an opportunity once', async () => {
    const answers = await Promise.all(FIFTY.map((n) => update({ title: `Title ${n}` })));
    expect(outcomesOf(answers)).toEqual({ done: 1, CONFLICT: 49 });
    expect(await graph.rows('select version from opportunity where id = $1', [id])).toEqual([
      { version: 2 },
    ]);
  });

  it('who close and change it leave one of the two', async () => {
    const answers = await Promise.all(FIFTY.map((n) => (n % 2 ? close() : update({ slots: 9 }))));
    expect(outcomesOf(answers)).toEqual({ done: 1, CONFLICT: 49 });
  });
});
