import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, PUBLIC_ACTOR } from '../../../platform/actor.ts';
import { openGraph } from './graph.ts';
import { makeOpportunity, makeSite, makeSupervisor } from './makers.ts';

const graph = openGraph();
const STATUSES = ['DRAFT', 'OPEN', 'FILLED', 'CLOSED', 'WITHDRAWN'] as const;
const ADVERTISED: readonly string[] = ['OPEN', 'FILLED', 'CLOSED'];
const ALL: readonly string[] = STATUSES;

let site: string;
let otherSite: string;
let draft: string;

beforeAll(async () => {
  const database = graph.database();
  site = await makeSite(database);
  otherSite = await makeSite(database);
  await makeSupervisor(database, site);
  for (const [n, status] of STATUSES.entries()) {
    const id = await makeOpportunity(database, site, { status, start_date: `2026-07-0${n + 1}` });
    if (status === 'DRAFT') draft = id;
  }
});

const ACTORS: Readonly<Record<string, () => Actor>> = {
  PUBLIC: () => PUBLIC_ACTOR,
  STUDENT: () => ({ subject: 's', role: 'STUDENT', students: [] }),
  FAMILY: () => ({ subject: 's', role: 'FAMILY', students: [] }),
  SCHOOL_STAFF: () => ({ subject: 's', role: 'SCHOOL_STAFF', schools: ['90350010'] }),
  DISTRICT_STAFF: () => ({ subject: 's', role: 'DISTRICT_STAFF', district: '90350000' }),
  BOARD_STAFF: () => ({ subject: 's', role: 'BOARD_STAFF', board: 'BERKSHIRE' }),
  PARTNER: () => ({ subject: 's', role: 'PARTNER', purpose: 'PLACEMENT' }),
  STATE: () => ({ subject: 's', role: 'STATE' }),
  ADMIN: () => ({ subject: 's', role: 'ADMIN' }),
  'EMPLOYER here': () => ({ subject: 's', role: 'EMPLOYER', sites: [site] }),
  'EMPLOYER elsewhere': () => ({ subject: 's', role: 'EMPLOYER', sites: [otherSite] }),
};
const actor = (who: string): Actor => ACTORS[who]?.() ?? PUBLIC_ACTOR;

describe('drafts and withdrawn opportunities', () => {
  const OFFERED = 'query ($id: ID!) { site(id: $id) { opportunities(status: null) { status } } }';

  it.each([
    { who: 'PUBLIC', sees: ADVERTISED },
    { who: 'STUDENT', sees: ADVERTISED },
    { who: 'FAMILY', sees: ADVERTISED },
    { who: 'PARTNER', sees: ADVERTISED },
    { who: 'EMPLOYER elsewhere', sees: ADVERTISED },
    { who: 'EMPLOYER here', sees: ALL },
    { who: 'SCHOOL_STAFF', sees: ALL },
    { who: 'DISTRICT_STAFF', sees: ALL },
    { who: 'BOARD_STAFF', sees: ALL },
    { who: 'STATE', sees: ALL },
    { who: 'ADMIN', sees: ALL },
  ])('$who sees $sees', async ({ who, sees }) => {
    expect(await graph.ask(OFFERED, { id: site }, actor(who))).toEqual({
      data: { site: { opportunities: sees.map((status) => ({ status })) } },
    });
    const entity = await graph.ask(
      `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Opportunity { id } } }`,
      { keys: [{ __typename: 'Opportunity', id: draft }] },
      actor(who),
    );
    const found = sees === ALL ? { id: draft } : null;
    expect(entity).toEqual({ data: { _entities: [found] } });
    const one = 'query ($id: ID!) { opportunity(id: $id) { id } }';
    expect(await graph.ask(one, { id: draft }, actor(who))).toEqual({
      data: { opportunity: found },
    });
  });

  it('are not found by asking for their status, nor under an alias beside others', async () => {
    const query = `query ($id: ID!) { site(id: $id) {
      opportunities { status }
      drafts: opportunities(status: DRAFT) { status }
      withdrawn: opportunities(status: WITHDRAWN) { status }
    } }`;
    expect(await graph.ask(query, { id: site })).toEqual({
      data: { site: { opportunities: [{ status: 'OPEN' }], drafts: [], withdrawn: [] } },
    });
  });

  it('a site shows what has not ended before a day', async () => {
    const query = `query ($id: ID!, $day: Date!) { site(id: $id) { opportunities(asOf: $day) { endDate } } }`;
    expect(await graph.ask(query, { id: site, day: '2026-08-14' })).toEqual({
      data: { site: { opportunities: [{ endDate: '2026-08-14' }] } },
    });
    expect(await graph.ask(query, { id: site, day: '2026-08-15' })).toEqual({
      data: { site: { opportunities: [] } },
    });
  });
});

describe('fields of the staff directory', () => {
  const SUPERVISORS = 'query ($id: ID!) { site(id: $id) { supervisors { name email } } }';
  const INTERNAL =
    'query ($id: ID!) { site(id: $id) { accommodations onboarding { status completed missing lastReviewed } } }';

  it("a supervisor's name and email ask the public to sign in", async () => {
    const { data, errors } = await graph.ask(SUPERVISORS, { id: site });
    expect(data).toEqual({ site: { supervisors: [{ name: null, email: null }] } });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([
      'UNAUTHENTICATED',
      'UNAUTHENTICATED',
    ]);
  });

  it.each(['STUDENT', 'FAMILY'])('a supervisor is not named to %s', async (who) => {
    const { data, errors } = await graph.ask(SUPERVISORS, { id: site }, actor(who));
    expect(data).toEqual({ site: { supervisors: [{ name: null, email: null }] } });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([
      'FORBIDDEN_FIELD',
      'FORBIDDEN_FIELD',
    ]);
  });

  it.each(['SCHOOL_STAFF', 'DISTRICT_STAFF', 'BOARD_STAFF', 'PARTNER', 'STATE', 'EMPLOYER here'])(
    'a supervisor is named to %s',
    async (who) => {
      const ada = { name: 'Ada Example', email: 'ada@harborside.example' };
      expect(await graph.ask(SUPERVISORS, { id: site }, actor(who))).toEqual({
        data: { site: { supervisors: [ada] } },
      });
    },
  );

  it('an employer does not find the supervisors of others', async () => {
    expect(await graph.ask(SUPERVISORS, { id: site }, actor('EMPLOYER elsewhere'))).toEqual({
      data: { site: { supervisors: [] } },
    });
  });

  it('the public sees where onboarding stands, not what it is made of', async () => {
    const { data, errors } = await graph.ask(INTERNAL, { id: site });
    expect(data).toEqual({
      site: {
        accommodations: null,
        onboarding: { status: 'ACTIVE', completed: null, missing: null, lastReviewed: null },
      },
    });
    expect(errors?.map(({ path }) => path?.at(-1)).toSorted()).toEqual([
      'accommodations',
      'completed',
      'lastReviewed',
      'missing',
    ]);
  });
});
