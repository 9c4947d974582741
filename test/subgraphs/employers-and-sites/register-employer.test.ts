import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { makeEmployer } from './makers.ts';
import { ACTORS, BYSTANDERS, employerAt, openWriting, refusalsOf } from './writing.ts';

const graph = openWriting();
const REGISTER = `mutation ($input: RegisterEmployerInput!, $key: String) {
  registerEmployer(input: $input, idempotencyKey: $key) {
    employer { id name sector naics board { code } sites { id } }
  }
}`;
const ADD = `mutation ($input: AddSiteInput!, $key: String) {
  addSite(input: $input, idempotencyKey: $key) {
    site {
      id name town address location { lat lon } setting version accommodations
      board { code } employer { id } onboarding { status completed missing lastReviewed }
    }
  }
}`;
const EMPLOYER = { name: ' Kettlehole Robotics (demo) ', sector: 'PRIVATE', naics: '333249' };

const register = (input: object, as = ACTORS.BOARD_STAFF, key: string | null = null) =>
  graph.ask(REGISTER, { as, key, input: { ...EMPLOYER, ...input } });

describe('an employer', () => {
  it("is registered with the caller's board, without sites", async () => {
    const answer = await register({});
    const [row] = await graph.rows('select id from employer');
    expect(answer).toEqual({
      data: {
        registerEmployer: {
          employer: {
            id: row?.id,
            name: 'Kettlehole Robotics (demo)',
            sector: 'PRIVATE',
            naics: '333249',
            board: { code: 'BOSTON' },
            sites: [],
          },
        },
      },
    });
  });

  it('is registered once under one key', async () => {
    const first = await register({ naics: null }, ACTORS.BOARD_STAFF, 'once');
    expect(await register({ naics: null }, ACTORS.BOARD_STAFF, 'once')).toEqual(first);
    expect(refusalsOf(await register({ sector: 'PUBLIC' }, ACTORS.BOARD_STAFF, 'once'))).toEqual([
      'CONFLICT',
    ]);
  });

  it.each([
    { what: 'a blank name', input: { name: '  ' } },
    { what: 'a name that is too long', input: { name: 'k'.repeat(201) } },
    { what: 'an industry that is none', input: { naics: 'robots' } },
    { what: 'no sector', input: { sector: null } },
  ])('is not registered with $what', async ({ input }) => {
    expect(refusalsOf(await register(input))).toEqual(['BAD_USER_INPUT']);
  });

  it.each([...BYSTANDERS, 'EMPLOYER'] as const)('is not registered by %s', async (role) => {
    expect(refusalsOf(await register({}, ACTORS[role]))).toEqual(['FORBIDDEN']);
  });

  it('is not registered by who is not signed in', async () => {
    expect(refusalsOf(await register({}, ACTORS.PUBLIC))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('a site', () => {
  const SITE = {
    name: 'Kettlehole Robotics, Roxbury',
    town: 'Boston',
    address: '1 Invented Street',
    location: { lat: 42.33, lon: -71.09 },
    setting: 'OUTSIDE_SCHOOL',
  };
  const add = async (input: object, as = ACTORS.BOARD_STAFF) => {
    const employerId = await makeEmployer(graph.database(), { board_code: 'CENTRAL' });
    return graph.ask(ADD, { as, input: { employerId, ...SITE, ...input } });
  };

  it("is added in the region of the caller's board, wherever its employer began, as a prospect", async () => {
    const { data, errors } = await add({ accommodations: ['Quiet room'] });
    expect(errors).toBeUndefined();
    expect(data?.addSite).toMatchObject({
      site: {
        ...SITE,
        version: 1,
        board: { code: 'BOSTON' },
        accommodations: ['Quiet room'],
        onboarding: { status: 'PROSPECT', completed: [], lastReviewed: null },
      },
    });
  });

  it('must have criminal records checked only where vulnerable people are', async () => {
    type Added = { readonly site: { readonly onboarding: { readonly missing: string[] } } };
    const missing = ({ data }: Awaited<ReturnType<typeof add>>) =>
      (data?.addSite as Added | undefined)?.site.onboarding.missing;
    expect(missing(await add({}))).not.toContain('CORI_CHECK');
    expect(missing(await add({ worksWithVulnerablePeople: true }))).toHaveLength(8);
  });

  it.each([
    { what: 'neither address nor point', input: { address: null, location: null } },
    { what: 'an office out of state', input: { location: { lat: 37.77, lon: -122.42 } } },
  ])('may have $what where it is virtual', async ({ input }) => {
    expect((await add({ setting: 'VIRTUAL', ...input })).errors).toBeUndefined();
  });

  it.each([
    { what: 'for an unknown employer', input: { employerId: randomUUID() }, code: 'NOT_FOUND' },
    { what: 'for an employer whose id is none', input: { employerId: 'x' }, code: 'NOT_FOUND' },
    { what: 'for no employer', input: { employerId: null }, code: 'BAD_USER_INPUT' },
    {
      what: 'outside Massachusetts',
      input: { location: { lat: 43.2, lon: -71.5 } },
      code: 'RULE_VIOLATED SITE_OUTSIDE_MASSACHUSETTS',
    },
    {
      what: 'with the sign of its longitude lost',
      input: { location: { lat: 42.33, lon: 71.09 } },
      code: 'RULE_VIOLATED SITE_OUTSIDE_MASSACHUSETTS',
    },
    {
      what: 'without a point',
      input: { location: null },
      code: 'RULE_VIOLATED SITE_HAS_NO_PLACE',
    },
    {
      what: 'without an address',
      input: { setting: 'HYBRID', address: null },
      code: 'RULE_VIOLATED SITE_HAS_NO_PLACE',
    },
    { what: 'without a name', input: { name: '' }, code: 'BAD_USER_INPUT' },
    {
      what: 'with too many accommodations',
      input: { accommodations: Array.from({ length: 26 }, () => 'a') },
      code: 'BAD_USER_INPUT',
    },
  ])('is not added $what', async ({ input, code }) => {
    expect(refusalsOf(await add(input))).toEqual([code]);
  });

  it.each(BYSTANDERS)('is not added by %s', async (role) => {
    expect(refusalsOf(await add({}, ACTORS[role]))).toEqual(['FORBIDDEN']);
  });

  it('is not added by an employer', async () => {
    expect(refusalsOf(await add({}, employerAt(randomUUID())))).toEqual(['FORBIDDEN']);
  });
});
