import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { requiredSteps } from '../../../subgraphs/employers-and-sites/domain/onboarding.ts';
import { makeOpportunity, makeSite } from './makers.ts';
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
const ONBOARDING = 'site { version onboarding { status completed lastReviewed } }';
const STEP = `mutation ($input: CompleteOnboardingStepInput!) {
  completeOnboardingStep(input: $input) { ${ONBOARDING} }
}`;
const MOVES = { contactSite: '', pauseSite: '', resumeSite: '', retireSite: '' };
type Move = keyof typeof MOVES;
const moveDocument = (
  name: Move,
) => `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) {
  ${name}(input: $input) { ${ONBOARDING} }
}`;

const STEPS = requiredSteps(false);
const siteThat = (status: string, completed: readonly string[] = STEPS) =>
  makeSite(graph.database(), {
    onboarding_status: status,
    required_steps: STEPS,
    completed_steps: completed,
    last_reviewed: null,
  });
const complete = (siteId: string, step: string, input: object = {}, as = ACTORS.BOARD_STAFF) =>
  graph.ask(STEP, { as, input: { siteId, step, ...input } });
const go = (name: Move, siteId: string, version = 1, as = ACTORS.BOARD_STAFF) =>
  graph.ask(moveDocument(name), { as, input: { siteId, expectedVersion: version } });
const stateOf = async (siteId: string) => {
  const sql = 'select onboarding_status, version, completed_steps::text[] from site where id = $1';
  const [row] = await graph.rows(sql, [siteId]);
  return { status: row?.onboarding_status, version: row?.version, steps: row?.completed_steps };
};

describe('onboarding', () => {
  it('goes from prospect to active, step by step', async () => {
    const site = await siteThat('PROSPECT', []);
    const seen: unknown[] = [];
    await go('contactSite', site);
    seen.push((await stateOf(site)).status);
    const order = [...STEPS.filter((step) => step !== 'SUPERVISOR_ORIENTATION')];
    for (const step of [...order, 'SUPERVISOR_ORIENTATION']) {
      await complete(site, step);
      seen.push((await stateOf(site)).status);
    }
    const vetting = Array.from({ length: STEPS.length - 2 }, () => 'VETTING');
    expect(seen).toEqual(['CONTACTED', ...vetting, 'ORIENTATION', 'ACTIVE']);
  });

  it('answers how far the site is, with the day of the latest review', async () => {
    const site = await siteThat('PROSPECT', []);
    await complete(site, 'SITE_VISIT', { completedOn: '2026-10-04' });
    expect(await complete(site, 'AGREEMENT_SIGNED', { completedOn: '2026-09-01' })).toEqual({
      data: {
        completeOnboardingStep: {
          site: {
            version: 3,
            onboarding: {
              status: 'VETTING',
              completed: ['SITE_VISIT', 'AGREEMENT_SIGNED'],
              lastReviewed: '2026-10-04',
            },
          },
        },
      },
    });
  });

  it('takes no step that is completed in the future, and none of a retired site', async () => {
    const site = await siteThat('PROSPECT', []);
    const tomorrow = { completedOn: '2026-10-06' };
    expect(refusalsOf(await complete(site, 'SITE_VISIT', tomorrow))).toEqual(['BAD_USER_INPUT']);
    const retired = await siteThat('RETIRED');
    expect(refusalsOf(await complete(retired, 'SITE_VISIT'))).toEqual([
      'RULE_VIOLATED SITE_STATUS',
    ]);
  });

  it.each([
    ...BYSTANDERS.map((role) => ({ who: role as string, actor: () => ACTORS[role] })),
    { who: "another region's board", actor: () => OTHER_BOARD },
    { who: "the site's employer", actor: (site: string) => employerAt(site) },
  ])('is not the business of $who', async ({ actor }) => {
    const site = await siteThat('ACTIVE');
    expect(refusalsOf(await complete(site, 'CORI_CHECK', {}, actor(site)))).toEqual(['FORBIDDEN']);
    expect(refusalsOf(await go('pauseSite', site, 1, actor(site)))).toEqual(['FORBIDDEN']);
    expect(await stateOf(site)).toMatchObject({ status: 'ACTIVE', version: 1 });
  });

  it.each([randomUUID(), 'x'])('is of no site with id "%s"', async (id) => {
    expect(refusalsOf(await complete(id, 'SITE_VISIT'))).toEqual(['NOT_FOUND']);
    expect(refusalsOf(await go('pauseSite', id))).toEqual(['NOT_FOUND']);
  });
});

describe('a site', () => {
  it('is paused, resumed and retired, and its version counts it', async () => {
    const site = await siteThat('ACTIVE');
    const statuses = [];
    for (const [version, name] of (['pauseSite', 'resumeSite', 'retireSite'] as const).entries()) {
      expect((await go(name, site, version + 1)).errors).toBeUndefined();
      statuses.push((await stateOf(site)).status);
    }
    expect(statuses).toEqual(['PAUSED', 'ACTIVE', 'RETIRED']);
    expect((await stateOf(site)).version).toBe(4);
  });

  it.each([
    { name: 'pauseSite', from: 'VETTING', legal: 'ORIENTATION' },
    { name: 'pauseSite', from: 'PAUSED', legal: 'ACTIVE or RETIRED' },
    { name: 'resumeSite', from: 'ACTIVE', legal: 'PAUSED or RETIRED' },
    { name: 'resumeSite', from: 'VETTING', legal: 'ORIENTATION' },
    { name: 'retireSite', from: 'PROSPECT', legal: 'CONTACTED' },
    { name: 'contactSite', from: 'ORIENTATION', legal: 'ACTIVE' },
  ] as const)('that is $from is refused $name, and told that $legal is legal', async (given) => {
    const site = await siteThat(given.from);
    const { errors } = await go(given.name, site);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'RULE_VIOLATED', rule: 'SITE_STATUS' });
    expect(errors?.[0]?.message).toContain(`It can become ${given.legal}.`);
  });

  it('that is retired stays so', async () => {
    const { errors } = await go('resumeSite', await siteThat('RETIRED'));
    expect(errors?.[0]?.message).toMatch(/is RETIRED and cannot become ACTIVE\. It stays so\.$/);
  });

  it('is not resumed while a step that is required of it is missing', async () => {
    const site = await siteThat('PAUSED', STEPS.slice(1));
    const { errors } = await go('resumeSite', site);
    expect(errors?.map(({ message, extensions }) => [message, extensions?.rule])).toEqual([
      [
        `Site "${site}" cannot be ACTIVE before AGREEMENT_SIGNED is completed.`,
        'ONBOARDING_STEPS_MISSING',
      ],
    ]);
  });

  it('is never active in the database while a step is missing, whoever writes', async () => {
    await expect(siteThat('ACTIVE', STEPS.slice(1))).rejects.toThrow('site_active_when_onboarded');
    await expect(makeSite(graph.database(), { lat: 43.5 })).rejects.toThrow(
      'site_in_massachusetts',
    );
  });

  it('is not changed by who saw an older version', async () => {
    const site = await siteThat('ACTIVE');
    await complete(site, 'CORI_CHECK');
    const { errors } = await go('pauseSite', site, 1);
    expect(errors?.map(({ message, extensions }) => [message, extensions?.code])).toEqual([
      [
        `Site "${site}" has version 2, and you changed version 1. Read it anew, and change that.`,
        'CONFLICT',
      ],
    ]);
  });

  it('that is retired offers nothing more: what was open is closed, drafts are withdrawn', async () => {
    const site = await siteThat('ACTIVE');
    for (const status of ['DRAFT', 'OPEN', 'FILLED', 'CLOSED'])
      await makeOpportunity(graph.database(), site, { status, title: status });
    await go('retireSite', site);
    const sql = 'select title, status::text from opportunity where site_id = $1 order by title';
    expect(await graph.rows(sql, [site])).toEqual([
      { title: 'CLOSED', status: 'CLOSED' },
      { title: 'DRAFT', status: 'WITHDRAWN' },
      { title: 'FILLED', status: 'CLOSED' },
      { title: 'OPEN', status: 'CLOSED' },
    ]);
  });
});

describe('fifty at once', () => {
  let site: string;
  beforeEach(async () => {
    site = await siteThat('ACTIVE');
  });

  it('who saw the same version pause a site once; the others are in conflict', async () => {
    const answers = await Promise.all(FIFTY.map(() => go('pauseSite', site)));
    expect(outcomesOf(answers)).toEqual({ done: 1, CONFLICT: 49 });
    expect(await stateOf(site)).toMatchObject({ status: 'PAUSED', version: 2 });
  });

  it('who retire and pause leave one of the two', async () => {
    const answers = await Promise.all(
      FIFTY.map((n) => go(n % 2 ? 'pauseSite' : 'retireSite', site)),
    );
    expect(outcomesOf(answers)).toEqual({ done: 1, CONFLICT: 49 });
  });

  it('who complete different steps lose none of them', async () => {
    const fresh = await siteThat('PROSPECT', []);
    const answers = await Promise.all(
      FIFTY.map((n) => complete(fresh, STEPS[n % STEPS.length] ?? '')),
    );
    expect(outcomesOf(answers)).toEqual({ done: 50 });
    const { status, steps } = await stateOf(fresh);
    expect(status).toBe('ACTIVE');
    expect([...(steps as string[])].sort()).toEqual([...STEPS].sort());
  });
});
