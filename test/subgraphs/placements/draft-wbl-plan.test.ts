import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { actorsNear, SEEING_NONE } from '../../support/actors.ts';
import { makePlacement, makeReview, makeWblPlan } from '../../support/make-placements.ts';
import {
  codesOf,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const DRAFT = `mutation ($input: DraftWblPlanInput!, $key: String) {
  draftWblPlan(input: $input, idempotencyKey: $key) {
    plan { id jobDescription planVersion version careerSkills { name definition } }
    warnings { rule message }
  }
}`;
const skills = (...names: readonly string[]) => names.map((name) => ({ name }));
const THREE = [
  { name: 'Vital signs', definition: 'Takes and writes down vital signs.' },
  { name: 'Scheduling' },
  { name: 'Privacy' },
];

let graph: SubgraphUnderTest;
let placement: string;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  const student = randomUUID();
  placement = await makePlacement(graph.database, { student_id: student, status: 'APPROVED' });
  actors = actorsNear({ student, school: '90350010', district: '90350000', board: 'BOSTON' });
});

type Asked = { readonly as?: Actor; readonly key?: string };
const draft = (input: object, { as = actors.SCHOOL_STAFF, key }: Asked = {}) =>
  graph.ask(DRAFT, {
    as,
    key: key ?? null,
    input: {
      placementId: placement,
      jobDescription: 'Greets patients.',
      careerSkills: THREE,
      ...input,
    },
  });
const rulesOf = ({ errors }: Awaited<ReturnType<typeof draft>>) =>
  errors?.map(({ extensions }) => extensions?.rule ?? extensions?.code);
const plans = async () =>
  (
    await graph.database.pool.query(
      `select job_description, version, plan_version::text,
              array(select name from career_skill where plan_id = p.id order by position) as skills
         from wbl_plan p where placement_id = $1`,
      [placement],
    )
  ).rows;

describe('a plan', () => {
  it('is drafted with its job and its skills, in their order', async () => {
    const { data } = await draft({});
    expect(data).toEqual({
      draftWblPlan: {
        plan: {
          id: expect.any(String),
          jobDescription: 'Greets patients.',
          planVersion: 'CURRENT',
          version: 1,
          careerSkills: THREE.map((skill) => ({ definition: null, ...skill })),
        },
        warnings: [],
      },
    });
  });

  it('with more than five career skills is drafted with a warning', async () => {
    const answer = await draft({ careerSkills: skills('a', 'b', 'c', 'd', 'e', 'f') });
    expect(answer).toMatchObject({
      data: {
        draftWblPlan: {
          plan: { version: 1 },
          warnings: [
            {
              rule: 'CAREER_SKILLS',
              message: 'The plan has 6 career skills; 5 at most are usual.',
            },
          ],
        },
      },
    });
  });

  it('of the form of 2005 has the foundation skills that six do not name', async () => {
    const answer = await draft({ planVersion: 'LEGACY_2005', careerSkills: skills('Filing') });
    expect(answer.errors).toBeUndefined();
    expect(await plans()).toEqual([
      {
        job_description: 'Greets patients.',
        version: 1,
        plan_version: 'LEGACY_2005',
        skills: [
          'Workplace Appearance',
          'Accepting Direction and Constructive Criticism',
          'Speaking',
          'Listening',
          'Interacting with Co-Workers',
          'Filing',
        ],
      },
    ]);
  });

  it('may be drafted anew until its first review, by who knows the version', async () => {
    await draft({});
    const again = await draft({
      expectedVersion: 1,
      jobDescription: 'Files charts.',
      careerSkills: skills('Filing', 'Privacy', 'Care', 'Calm'),
    });
    expect(again.errors).toBeUndefined();
    expect(await plans()).toMatchObject([
      {
        job_description: 'Files charts.',
        version: 2,
        skills: ['Filing', 'Privacy', 'Care', 'Calm'],
      },
    ]);
  });

  it('with one key is drafted once', async () => {
    const first = await draft({}, { key: 'a' });
    expect(await draft({}, { key: 'a' })).toEqual(first);
    expect(codesOf(await draft({ jobDescription: 'Other.' }, { key: 'a' }))).toEqual(['CONFLICT']);
  });

  it('drafted by fifty at once is drafted by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => draft({ jobDescription: `Draft ${n}.` })),
    );
    const codes = answers.flatMap((answer) => codesOf(answer) ?? []);
    expect(codes).toEqual(Array.from({ length: 49 }, () => 'CONFLICT'));
    expect(await plans()).toMatchObject([
      { version: 1, skills: ['Vital signs', 'Scheduling', 'Privacy'] },
    ]);
  });
});

describe('no plan is drafted', () => {
  it.each([
    {
      what: 'with two career skills',
      input: { careerSkills: skills('a', 'b') },
      rule: 'CAREER_SKILLS',
    },
    {
      what: 'with one skill twice',
      input: { careerSkills: skills('a', 'b', 'A ') },
      rule: 'CAREER_SKILL_TWICE',
    },
    { what: 'of a version that is not', input: { expectedVersion: 1 }, rule: 'CONFLICT' },
    { what: 'without a job', input: { jobDescription: '  ' }, rule: 'BAD_USER_INPUT' },
    {
      what: 'with too long a job',
      input: { jobDescription: 'j'.repeat(5_001) },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'with a nameless skill',
      input: { careerSkills: skills('a', 'b', '') },
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'with a list of skills without end',
      input: { careerSkills: skills(...Array.from({ length: 31 }, (_, n) => `s${n}`)) },
      rule: 'BAD_USER_INPUT',
    },
  ])('$what: $rule', async ({ input, rule }) => {
    const answer = await draft(input);
    expect(answer.data).toEqual({ draftWblPlan: null });
    expect(rulesOf(answer)).toEqual([rule]);
    expect(await plans()).toEqual([]);
  });

  it('over another draft that the caller has not seen', async () => {
    await draft({});
    expect(rulesOf(await draft({}))).toEqual(['CONFLICT']);
    await draft({ expectedVersion: 1 });
    const { errors } = await draft({ expectedVersion: 1 });
    expect(errors?.[0]?.message).toBe(
      `The plan of placement "${placement}" has version 2, not 1. Read it again.`,
    );
  });

  it('once it was reviewed', async () => {
    const made = await makeWblPlan(graph.database, placement);
    await makeReview(graph.database, made, { kind: 'BASELINE', date: '2026-07-10', scores: [3] });
    expect(rulesOf(await draft({ expectedVersion: 1 }))).toEqual(['PLAN_IN_REVIEW']);
  });

  it.each(['WITHDRAWN', 'DECLINED'])('for a placement that is %s', async (status) => {
    await graph.database.pool.query(`update placement set status = '${status}' where id = $1`, [
      placement,
    ]);
    expect(rulesOf(await draft({}))).toEqual(['PLACEMENT_STATUS']);
  });

  it.each(['STUDENT', 'FAMILY', 'BOARD_STAFF'] as const)('by %s', async (role) => {
    expect(codesOf(await draft({}, { as: actors[role] }))).toEqual(['FORBIDDEN']);
  });
  it.each(SEEING_NONE)('by %s, to whom the placement does not exist', async (role) => {
    expect(codesOf(await draft({}, { as: actors[role] }))).toEqual(['NOT_FOUND']);
  });
  it('by who is not signed in', async () => {
    expect(codesOf(await draft({}, { as: actors.PUBLIC }))).toEqual(['UNAUTHENTICATED']);
  });
  it.each([randomUUID(), 'x'])('for the placement %j, which is not there', async (placementId) => {
    expect(codesOf(await draft({ placementId }))).toEqual(['NOT_FOUND']);
  });
});
