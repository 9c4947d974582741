import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeSite, makeSupervisor } from './makers.ts';
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
const ADD = `mutation ($input: AddSupervisorInput!, $key: String) {
  addSupervisor(input: $input, idempotencyKey: $key) { supervisor { id name email } }
}`;
const END = `mutation ($input: EndSupervisionInput!) {
  endSupervision(input: $input) { supervisor { id } }
}`;
const TANSY = { name: 'Tansy Saltmarsh', email: 'tansy@harborside.example' };

let site: string;
beforeEach(async () => {
  site = await makeSite(graph.database());
});
const add = (input: object = {}, as = ACTORS.BOARD_STAFF) =>
  graph.ask(ADD, { as, input: { siteId: site, ...TANSY, ...input } });
const end = (supervisorId: string, leftOn = '2026-10-31', as = ACTORS.BOARD_STAFF) =>
  graph.ask(END, { as, input: { supervisorId, leftOn } });
const theirs = () =>
  graph.rows('select name, email, left_on::text from supervisor where site_id = $1', [site]);

describe('a supervisor', () => {
  it.each([
    { who: "the region's board", actor: () => ACTORS.BOARD_STAFF },
    { who: "the site's employer", actor: () => employerAt(site) },
  ])('is added by $who', async ({ actor }) => {
    const { data, errors } = await add({}, actor());
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ addSupervisor: { supervisor: TANSY } });
    expect(await theirs()).toEqual([{ ...TANSY, left_on: null }]);
  });

  it.each([
    ...BYSTANDERS.map((role) => ({ who: role as string, actor: ACTORS[role] })),
    { who: "another region's board", actor: OTHER_BOARD },
    { who: "another site's employer", actor: employerAt(randomUUID()) },
  ])('is neither added nor ended by $who', async ({ actor }) => {
    expect(refusalsOf(await add({}, actor))).toEqual(['FORBIDDEN']);
    const id = await makeSupervisor(graph.database(), site);
    // Another employer does not find whom it may not see.
    const hidden = actor.role === 'EMPLOYER' ? 'NOT_FOUND' : 'FORBIDDEN';
    expect(refusalsOf(await end(id, undefined, actor))).toEqual([hidden]);
  });

  it.each([
    { what: 'a blank name', input: { name: ' ' }, code: 'BAD_USER_INPUT' },
    { what: 'an address that is none', input: { email: 'tansy' }, code: 'BAD_USER_INPUT' },
    { what: 'an unknown site', input: { siteId: randomUUID() }, code: 'NOT_FOUND' },
  ])('is not added with $what', async ({ input, code }) => {
    expect(refusalsOf(await add(input))).toEqual([code]);
  });

  it('is not added at a site that is retired', async () => {
    site = await makeSite(graph.database(), { onboarding_status: 'RETIRED' });
    expect(refusalsOf(await add())).toEqual(['RULE_VIOLATED SITE_RETIRED']);
  });

  it('is at a site once, however the address is written', async () => {
    await add();
    const again = await add({ email: 'Tansy@Harborside.example' });
    expect(refusalsOf(again)).toEqual(['RULE_VIOLATED SUPERVISOR_ALREADY_THERE']);
  });

  it('leaves on a day, and may come back', async () => {
    const id = await makeSupervisor(graph.database(), site, TANSY);
    expect(await end(id)).toEqual({ data: { endSupervision: { supervisor: { id } } } });
    expect(await theirs()).toEqual([{ ...TANSY, left_on: '2026-10-31' }]);
    expect((await add()).errors).toBeUndefined();
  });

  it('leaves once: the same day again is no news, another is refused', async () => {
    const id = await makeSupervisor(graph.database(), site);
    await end(id);
    expect((await end(id)).errors).toBeUndefined();
    expect(refusalsOf(await end(id, '2026-11-01'))).toEqual(['RULE_VIOLATED SUPERVISION_ENDED']);
  });

  it.each([randomUUID(), 'x'])('with id "%s" is nobody', async (id) => {
    expect(refusalsOf(await end(id))).toEqual(['NOT_FOUND']);
  });
});

describe('fifty at once', () => {
  it('add one supervisor once', async () => {
    const answers = await Promise.all(FIFTY.map(() => add()));
    expect(outcomesOf(answers)).toEqual({
      done: 1,
      'RULE_VIOLATED SUPERVISOR_ALREADY_THERE': 49,
    });
    expect(await theirs()).toHaveLength(1);
  });

  it('who say different days end it on one of them', async () => {
    const id = await makeSupervisor(graph.database(), site);
    const days = FIFTY.map((n) => `2026-10-${String((n % 25) + 1).padStart(2, '0')}`);
    const answers = await Promise.all(days.map((day) => end(id, day)));
    expect(outcomesOf(answers)).toEqual({ done: 2, 'RULE_VIOLATED SUPERVISION_ENDED': 48 });
  });
});
