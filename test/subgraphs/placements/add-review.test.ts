import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { EmployabilitySkill } from '../../../subgraphs/placements/generated/client/client.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { actorsNear, SEEING_NONE } from '../../support/actors.ts';
import { insert } from '../../support/insert.ts';
import { type MadePlan, makePlacement, makeWblPlan } from '../../support/make-placements.ts';
import {
  codesOf,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const ADD = `mutation ($input: AddReviewInput!, $key: String) {
  addReview(input: $input, idempotencyKey: $key) {
    review { id kind date supervisor { id } goals comments studentSignedOn supervisorSignedOn
      ratings { employabilitySkill careerSkill { name } rating score } }
    warnings { rule }
  }
}`;
const GAIN = `query ($id: ID!) { placement(id: $id) { wblPlan { skillGain { employabilitySkill careerSkill { name } baseline final gain } } } }`;
const EMPLOYABILITY = Object.values(EmployabilitySkill);
const [SUPERVISOR, LEFT, ELSEWHERE] = [randomUUID(), randomUUID(), randomUUID()];

let graph: SubgraphUnderTest;
let placement: string;
let made: MadePlan;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());

/** A placement of July 6 to August 14 with its plan, at a site with one supervisor and one who left. */
async function start(columns: object = {}) {
  const [student, site] = [randomUUID(), randomUUID()];
  const supervisors = JSON.stringify([
    { id: SUPERVISOR, leftOn: null },
    { id: LEFT, leftOn: '2026-07-31' },
  ]);
  await insert(graph.database, 'site_ref', {
    site_id: site,
    employer_id: randomUUID(),
    board_code: 'BOSTON',
    setting: 'OUTSIDE_SCHOOL',
    status: 'ACTIVE',
    supervisors,
  });
  placement = await makePlacement(graph.database, {
    student_id: student,
    site_id: site,
    ...columns,
  });
  made = await makeWblPlan(graph.database, placement);
  actors = actorsNear({ student, school: '90350010', district: '90350000', board: 'BOSTON' });
}
beforeEach(() => start());

const allAt = (score: number) => [
  ...EMPLOYABILITY.map((employabilitySkill) => ({ employabilitySkill, score })),
  ...made.skills.map((careerSkillId) => ({ careerSkillId, score })),
];

type Asked = { readonly as?: Actor; readonly key?: string };
const add = (input: object, { as = actors.SCHOOL_STAFF, key }: Asked = {}) =>
  graph.ask(ADD, {
    as,
    key: key ?? null,
    input: {
      planId: made.plan,
      kind: 'BASELINE',
      date: '2026-07-10',
      supervisorId: SUPERVISOR,
      ratings: allAt(3),
      ...input,
    },
  });
const rulesOf = ({ errors }: Awaited<ReturnType<typeof add>>) =>
  errors?.map(({ extensions }) => extensions?.rule ?? extensions?.code);
const kinds = async () => {
  const sql = 'select kind::text from wbl_review where plan_id = $1 order by date, id';
  return (await graph.database.pool.query(sql, [made.plan])).rows.map(({ kind }) => kind);
};

describe('a review', () => {
  it('is written down with a rating for each skill, and is not signed yet', async () => {
    const answer = await add({ goals: 'Ask sooner.', comments: 'A careful start.' });
    const ratings = [
      ...EMPLOYABILITY.map((employabilitySkill) => ({ employabilitySkill, careerSkill: null })),
      ...['Vital signs', 'Scheduling', 'Privacy'].map((name) => ({
        employabilitySkill: null,
        careerSkill: { name },
      })),
    ].map((skill) => ({ ...skill, rating: 'COMPETENT', score: 3 }));
    expect(answer).toEqual({
      data: {
        addReview: {
          review: {
            ...{ id: expect.any(String), kind: 'BASELINE', date: '2026-07-10' },
            ...{
              supervisor: { id: SUPERVISOR },
              goals: 'Ask sooner.',
              comments: 'A careful start.',
            },
            ...{ studentSignedOn: null, supervisorSignedOn: null, ratings },
          },
          warnings: [],
        },
      },
    });
  });

  it('after another shows what the student gained', async () => {
    await add({});
    await add({ kind: 'INTERIM', date: '2026-07-24', ratings: allAt(2) });
    const final = await add({ kind: 'FINAL', date: '2026-08-14', ratings: allAt(5) });
    expect(final.errors).toBeUndefined();
    const gains = Array.from({ length: 9 }, () => ({ baseline: 3, final: 5, gain: 2 }));
    expect(await graph.ask(GAIN, { as: actors.STUDENT, id: placement })).toMatchObject({
      data: { placement: { wblPlan: { skillGain: gains } } },
    });
  });

  it.each([
    { what: 'two weeks before the start', input: { date: '2026-06-22' } },
    { what: 'two weeks after the end', input: { date: '2026-08-28', kind: 'INTERIM' } },
    {
      what: 'by who left later',
      input: { supervisorId: LEFT, date: '2026-07-31', kind: 'INTERIM' },
    },
  ])('may be held $what', async ({ input }) => {
    expect((await add(input)).errors).toBeUndefined();
  });

  it('that is a late baseline is written down with a warning', async () => {
    expect(await add({ date: '2026-07-21' })).toMatchObject({
      data: { addReview: { warnings: [{ rule: 'BASELINE_LATE' }] } },
    });
  });

  it('of a placement without a site names no supervisor', async () => {
    await start({ site_id: null });
    expect((await add({ supervisorId: null })).errors).toBeUndefined();
    expect(rulesOf(await add({ kind: 'FINAL', date: '2026-08-14' }))).toEqual([
      'SUPERVISOR_OF_SITE',
    ]);
  });

  it('of a plan of 2005 rates that form’s skills', async () => {
    await graph.database.pool.query(
      `update wbl_plan set plan_version = 'LEGACY_2005' where id = $1`,
      [made.plan],
    );
    expect(rulesOf(await add({}))).toEqual(['SKILL_NOT_OF_PLAN']);
    const kept = [
      'ATTENDANCE_PUNCTUALITY',
      'MOTIVATION_INITIATIVE',
      'WORKPLACE_CULTURE_POLICY_SAFETY',
    ];
    const ratings = allAt(4).filter(
      (rating) => !('employabilitySkill' in rating) || kept.includes(rating.employabilitySkill),
    );
    expect((await add({ ratings })).errors).toBeUndefined();
  });

  it('with one key is written down once', async () => {
    const first = await add({}, { key: 'a' });
    expect(await add({}, { key: 'a' })).toEqual(first);
    expect(codesOf(await add({ kind: 'INTERIM' }, { key: 'a' }))).toEqual(['CONFLICT']);
    expect(await kinds()).toEqual(['BASELINE']);
  });
});

describe('no review is written down', () => {
  const without = (skill: string) =>
    allAt(3).filter(
      (rating) => !('employabilitySkill' in rating) || rating.employabilitySkill !== skill,
    );

  it.each([
    {
      what: 'a final one without a baseline',
      input: { kind: 'FINAL', date: '2026-08-14' },
      rule: 'FINAL_BEFORE_BASELINE',
    },
    { what: 'too long before the start', input: { date: '2026-06-21' }, rule: 'REVIEW_DATE' },
    { what: 'too long after the end', input: { date: '2026-08-29' }, rule: 'REVIEW_DATE' },
    {
      what: 'by who had left',
      input: { supervisorId: LEFT, date: '2026-08-01' },
      rule: 'SUPERVISOR_OF_SITE',
    },
    {
      what: 'by a supervisor of another site',
      input: { supervisorId: ELSEWHERE },
      rule: 'SUPERVISOR_OF_SITE',
    },
    { what: 'by nobody', input: { supervisorId: null }, rule: 'SUPERVISOR_OF_SITE' },
    { what: 'by who cannot be', input: { supervisorId: 'x' }, rule: 'NOT_FOUND' },
    { what: 'without ratings', input: { ratings: [] }, rule: 'SKILLS_NOT_RATED' },
    { what: 'with a blank comment', input: { comments: '' }, rule: 'BAD_USER_INPUT' },
    {
      what: 'with too long a comment',
      input: { comments: 'c'.repeat(5_001) },
      rule: 'BAD_USER_INPUT',
    },
    { what: 'of a plan that is not there', input: { planId: randomUUID() }, rule: 'NOT_FOUND' },
  ])('$what: $rule', async ({ input, rule }) => {
    const answer = await add(input);
    expect(answer.data).toEqual({ addReview: null });
    expect(rulesOf(answer)).toEqual([rule]);
    expect(await kinds()).toEqual([]);
  });

  it.each([
    {
      what: 'a rating of 0',
      ratings: () => [
        ...without('COMMUNICATION'),
        { employabilitySkill: 'COMMUNICATION', score: 0 },
      ],
      rule: 'RATING_RANGE',
    },
    {
      what: 'a rating of 6',
      ratings: () => [
        ...without('COMMUNICATION'),
        { employabilitySkill: 'COMMUNICATION', score: 6 },
      ],
      rule: 'RATING_RANGE',
    },
    {
      what: 'one skill rated twice',
      ratings: () => [...allAt(3), { employabilitySkill: 'COMMUNICATION', score: 3 }],
      rule: 'SKILL_RATED_TWICE',
    },
    { what: 'a skill left out', ratings: () => without('COMMUNICATION'), rule: 'SKILLS_NOT_RATED' },
    {
      what: "a career skill of another's plan",
      ratings: () => [...allAt(3), { careerSkillId: randomUUID(), score: 3 }],
      rule: 'SKILL_NOT_OF_PLAN',
    },
    {
      what: 'a rating of no skill',
      ratings: () => [...allAt(3), { score: 3 }],
      rule: 'BAD_USER_INPUT',
    },
    {
      what: 'a rating of two skills',
      ratings: () => [
        { employabilitySkill: 'COMMUNICATION', careerSkillId: made.skills[0], score: 3 },
      ],
      rule: 'BAD_USER_INPUT',
    },
  ])('with $what: $rule', async ({ ratings, rule }) => {
    expect(rulesOf(await add({ ratings: ratings() }))).toEqual([rule]);
    expect(await kinds()).toEqual([]);
  });

  it('a baseline after the final, or a second of either', async () => {
    await add({});
    await add({ kind: 'FINAL', date: '2026-08-10' });
    expect(rulesOf(await add({ date: '2026-08-11' }))).toEqual(['BASELINE_AFTER_FINAL']);
    expect(rulesOf(await add({ date: '2026-07-11' }))).toEqual(['ONE_BASELINE']);
    expect(rulesOf(await add({ kind: 'FINAL', date: '2026-08-14' }))).toEqual(['ONE_FINAL']);
    expect(await kinds()).toEqual(['BASELINE', 'FINAL']);
  });

  it('that is in the future', async () => {
    await start({ end_date: '2026-12-18' });
    expect(rulesOf(await add({ date: '2026-10-06' }))).toEqual(['REVIEW_DATE']);
  });

  it.each(['PROPOSED', 'MATCHED', 'WITHDRAWN', 'DECLINED'])('while it is %s', async (status) => {
    await start({ status });
    expect(rulesOf(await add({}))).toEqual(['PLACEMENT_STATUS']);
  });

  it.each(['STUDENT', 'FAMILY', 'BOARD_STAFF'] as const)('by %s', async (role) => {
    expect(codesOf(await add({}, { as: actors[role] }))).toEqual(['FORBIDDEN']);
  });
  it.each(SEEING_NONE)('by %s, to whom the plan does not exist', async (role) => {
    expect(codesOf(await add({}, { as: actors[role] }))).toEqual(['NOT_FOUND']);
  });
  it('by who is not signed in', async () => {
    expect(codesOf(await add({}, { as: actors.PUBLIC }))).toEqual(['UNAUTHENTICATED']);
  });
});

describe('of fifty at once', () => {
  const CALLS = Array.from({ length: 50 }, (_, n) => n);

  it('one is the baseline', async () => {
    const answers = await Promise.all(CALLS.map(() => add({})));
    const refused = answers.flatMap((answer) => rulesOf(answer) ?? []);
    expect(refused).toEqual(Array.from({ length: 49 }, () => 'ONE_BASELINE'));
    expect(await kinds()).toEqual(['BASELINE']);
  });

  it.each(['BASELINE', 'FINAL'])('one %s is in the database, whoever writes', async (kind) => {
    const row = { plan_id: made.plan, kind, date: '2026-07-10' };
    const written = await Promise.allSettled(
      CALLS.map(() => insert(graph.database, 'wbl_review', { ...row, id: randomUUID() })),
    );
    expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
