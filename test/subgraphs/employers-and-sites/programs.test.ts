import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeEmployer, makeOpportunity, makeProgram, makeSite } from './makers.ts';
import { pageIn, pageOf, readAll } from './pages.ts';
import { ACTORS, BYSTANDERS, employerAt, openWriting, refusalsOf } from './writing.ts';

const graph = openWriting();
const SHOWN = `name summary season fiscalYear board { code } host { id }
  wraparoundSupports { provider summary }`;
const ANNOUNCE = `mutation ($input: AnnounceProgramInput!, $key: String) {
  announceProgram(input: $input, idempotencyKey: $key) { program { id ${SHOWN} } }
}`;
/** Seven weeks in the arts, run by one organization at the worksites of many. */
const ARTS = {
  name: 'Seven Weeks of Art (demo)',
  summary: 'An internship with one of more than twenty arts organizations.',
  season: 'SUMMER',
  fiscalYear: 2027,
  wraparoundSupports: [
    { provider: 'Millrace Writers (demo)', summary: 'Help with college essays.' },
    { provider: 'Esker Advising (demo)', summary: 'Looking at colleges together.' },
  ],
};
const announce = (input: object, as = ACTORS.BOARD_STAFF, key: string | null = null) =>
  graph.ask(ANNOUNCE, { as, key, input: { ...ARTS, ...input } });

describe('a program', () => {
  it('has a host that is not the worksite, and what partners give beside the work', async () => {
    const hostId = await makeEmployer(graph.database());
    const { data, errors } = await announce({ hostId });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      announceProgram: { program: { ...ARTS, board: { code: 'BOSTON' }, host: { id: hostId } } },
    });
    const { id } = (data?.announceProgram as { program: { id: string } } | null)?.program ?? {};
    const query = `query ($id: ID!) { opportunityProgram(id: $id) { ${SHOWN} } }`;
    expect(await graph.ask(query, { id })).toMatchObject({
      data: { opportunityProgram: { ...ARTS, host: { id: hostId } } },
    });
  });

  it('without a host is a campaign', async () => {
    const { data } = await announce({ wraparoundSupports: null });
    expect(data).toMatchObject({
      announceProgram: { program: { host: null, wraparoundSupports: [] } },
    });
  });

  it('is announced once under one key', async () => {
    const first = await announce({}, ACTORS.BOARD_STAFF, 'once');
    expect(await announce({}, ACTORS.BOARD_STAFF, 'once')).toEqual(first);
  });

  it.each([
    { input: { name: ' ' }, code: 'BAD_USER_INPUT' },
    { input: { season: 'WINTER' }, code: 'BAD_USER_INPUT' },
    { input: { wraparoundSupports: [{ provider: '', summary: 'x' }] }, code: 'BAD_USER_INPUT' },
    { input: { hostId: randomUUID() }, code: 'NOT_FOUND' },
  ])('is not announced with $input', async ({ input, code }) => {
    expect(refusalsOf(await announce(input))).toEqual([code]);
  });

  it.each(BYSTANDERS)('is not announced by %s', async (role) => {
    expect(refusalsOf(await announce({}, ACTORS[role]))).toEqual(['FORBIDDEN']);
  });

  it('is found by fiscal year and season, the latest first', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      const id = `019a0000-0000-7000-8000-00000000000${n}`;
      ids.push(await makeProgram(graph.database(), { id, fiscal_year: 2030, season: 'BOTH' }));
    }
    const query = `query ($year: FiscalYear, $seasons: [Season!], $first: Int! = 25, $after: String) {
      opportunityPrograms(fiscalYear: $year, seasons: $seasons, first: $first, after: $after) ${pageOf('name')}
    }`;
    const list = async (variables: Readonly<Record<string, unknown>>) =>
      pageIn(await graph.ask(query, { year: 2030, ...variables }), 'opportunityPrograms');
    const nodes = await readAll((after) => list({ first: 2, after }));
    expect(nodes.map(({ id }) => id)).toEqual(ids.toReversed());
    expect((await list({ seasons: ['SUMMER'] })).totalCount).toBe(0);
  });

  it('is an entity', async () => {
    const id = await makeProgram(graph.database());
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on OpportunityProgram { name } } }`;
    const keys = [
      { __typename: 'OpportunityProgram', id },
      { __typename: 'OpportunityProgram', id: 'x' },
    ];
    expect(await graph.ask(query, { keys })).toEqual({
      data: { _entities: [{ name: 'A Summer Worth Having (demo)' }, null] },
    });
  });
});

describe('opportunities beside each other', () => {
  const COMPARE = `query ($ids: [ID!]!) {
    compareOpportunities(ids: $ids) { differsIn opportunities { id site { name } } }
  }`;

  it('stand in the order in which they were asked, with what they differ in', async () => {
    const site = await makeSite(graph.database());
    const make = (columns: Readonly<Record<string, unknown>>) =>
      makeOpportunity(graph.database(), site, columns);
    const ids = [
      await make({}),
      await make({ hourly_wage_cents: 1_800 }),
      await make({ minimum_age: 18 }),
    ];
    for (const asked of [ids, ids.toReversed()]) {
      const { data } = await graph.ask(COMPARE, { ids: asked });
      expect(data).toMatchObject({
        compareOpportunities: {
          differsIn: ['PAY', 'MINIMUM_AGE'],
          opportunities: asked.map((id) => ({ id })),
        },
      });
    }
  });

  it('are one to five', async () => {
    const six = Array.from({ length: 6 }, () => randomUUID());
    expect(refusalsOf(await graph.ask(COMPARE, { ids: six }))).toEqual(['BAD_USER_INPUT']);
    expect(refusalsOf(await graph.ask(COMPARE, { ids: [] }))).toEqual(['BAD_USER_INPUT']);
  });

  it('are refused where one is hidden, in the words for one that is not there', async () => {
    const site = await makeSite(graph.database());
    const draft = await makeOpportunity(graph.database(), site, { status: 'DRAFT' });
    for (const id of [draft, randomUUID(), 'x']) {
      const { errors } = await graph.ask(COMPARE, { ids: [id] });
      expect(errors?.map(({ message }) => message)).toEqual([`No Opportunity with id "${id}".`]);
    }
    const mine = await graph.ask(COMPARE, { ids: [draft], as: employerAt(site) });
    expect(mine.errors).toBeUndefined();
  });
});

describe('a resource for onboarding', () => {
  const RECOMMEND = `mutation ($input: RecommendResourceInput!) {
    recommendResource(input: $input) { resource { id title url step board { code } recommendedOn } }
  }`;
  const LIST = `query ($step: OnboardingStep, $board: WorkforceBoardCode) {
    onboardingResources(step: $step, board: $board) { totalCount nodes { title } }
  }`;
  const CHECKLIST = {
    title: 'Checklist for a first visit (demo)',
    summary: 'What to look at, in one page.',
    url: 'https://resources.example/first-visit',
    step: 'SITE_VISIT',
  };
  const recommend = (input: object, as = ACTORS.BOARD_STAFF) =>
    graph.ask(RECOMMEND, { as, input: { ...CHECKLIST, ...input } });

  it('is recommended by the staff of one board to the colleagues of all', async () => {
    const { data, errors } = await recommend({});
    expect(errors).toBeUndefined();
    const { summary: _, ...shown } = CHECKLIST;
    expect(data).toMatchObject({
      recommendResource: {
        resource: { ...shown, board: { code: 'BOSTON' }, recommendedOn: '2026-10-05' },
      },
    });
    const as = { ...ACTORS.BOARD_STAFF, board: 'CENTRAL' as const };
    expect(await graph.ask(LIST, { as, step: 'SITE_VISIT' })).toEqual({
      data: { onboardingResources: { totalCount: 1, nodes: [{ title: CHECKLIST.title }] } },
    });
    expect(await graph.ask(LIST, { as, board: 'CENTRAL' })).toEqual({
      data: { onboardingResources: { totalCount: 0, nodes: [] } },
    });
  });

  it.each([
    { input: { url: 'http://resources.example' } },
    { input: { url: 'javascript:alert(1)' } },
    { input: { title: '' } },
  ])('is not recommended with $input', async ({ input }) => {
    expect(refusalsOf(await recommend(input))).toEqual(['BAD_USER_INPUT']);
  });

  it('is neither recommended by others, nor shown to the public', async () => {
    expect(refusalsOf(await recommend({}, ACTORS.SCHOOL_STAFF))).toEqual(['FORBIDDEN']);
    expect(refusalsOf(await graph.ask(LIST))).toEqual(['UNAUTHENTICATED']);
    expect(refusalsOf(await graph.ask(LIST, { as: ACTORS.STUDENT }))).toEqual(['FORBIDDEN_FIELD']);
  });
});
