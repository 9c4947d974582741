import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import {
  makeEvent,
  makePlacement,
  makeReflection,
  makeReview,
  makeWblPlan,
} from '../../support/make-placements.ts';
import {
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const STAFF: Actor = { subject: 'staff', role: 'SCHOOL_STAFF', schools: ['90350010'] };
const SITE = randomUUID();

const EVERYTHING = `
  id student { id } opportunity { id } site { id } school { deseCode } wblType status startDate endDate
  plannedHours hoursLogged pay hourlyWage creditBearing credits season brokerRole brokeredBy
  registeredApprenticeshipPartner workPermitOnFile myCapGoal { id }
  wblPlan {
    id placement { id } jobDescription
    careerSkills { name definition }
    skillGain { employabilitySkill careerSkill { name } baseline final gain }
    reviews {
      kind date comments supervisor { id }
      ratings { employabilitySkill careerSkill { name } rating score }
    }
  }
  reflections { date prompt text sharePublicly }
  history { from to at by note }
`;

let graph: SubgraphUnderTest;
const students: string[] = [];
const placements: string[] = [];
const plans: string[] = [];

/** A placement with everything below it. */
async function makeWhole(studentId: string): Promise<void> {
  const { database } = graph;
  const placement = await makePlacement(database, { student_id: studentId, site_id: SITE });
  await makeReflection(database, placement, { date: '2026-08-10', text: 'Later.' });
  await makeReflection(database, placement);
  await makeEvent(database, placement, {
    from_status: 'PROPOSED',
    to_status: 'ACTIVE',
    at: '2026-07-06T13:00:00Z',
  });
  await makeEvent(database, placement);
  const made = await makeWblPlan(database, placement, ['Vital signs', 'Scheduling']);
  const first = [2, 2, 3, 4, 5, 1, 2, 3];
  const last = [4, 2, 2, 5, 5, 3, 5, 1];
  await makeReview(database, made, { kind: 'FINAL', date: '2026-08-14', scores: last });
  await makeReview(database, made, { kind: 'BASELINE', date: '2026-07-10', scores: first });
  students.push(studentId);
  placements.push(placement);
  plans.push(made.plan);
}

beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
  for (let n = 0; n < 20; n++) await makeWhole(randomUUID());
});
afterAll(() => graph.stop());

const rating = (
  score: number,
  employabilitySkill: string | null,
  career: string | null = null,
) => ({
  employabilitySkill,
  careerSkill: career === null ? null : { name: career },
  rating: ['PERFORMANCE_IMPROVEMENT_NEEDED', 'DEVELOPING', 'COMPETENT', 'PROFICIENT', 'ADVANCED'][
    score - 1
  ],
  score,
});
const gain = (
  baseline: number,
  final: number,
  skill: string | null,
  career: string | null = null,
) => ({
  employabilitySkill: skill,
  careerSkill: career === null ? null : { name: career },
  baseline,
  final,
  gain: final - baseline,
});

const PLAN = {
  jobDescription: 'Greets patients.',
  careerSkills: [
    { name: 'Vital signs', definition: null },
    { name: 'Scheduling', definition: null },
  ],
  skillGain: [
    gain(2, 4, 'ATTENDANCE_PUNCTUALITY'),
    gain(2, 2, 'COMMUNICATION'),
    gain(3, 2, 'TEAMWORK_COLLABORATION'),
    gain(4, 5, 'MOTIVATION_INITIATIVE'),
    gain(5, 5, 'CRITICAL_THINKING_PROBLEM_SOLVING'),
    gain(1, 3, 'WORKPLACE_CULTURE_POLICY_SAFETY'),
    gain(2, 5, null, 'Vital signs'),
    gain(3, 1, null, 'Scheduling'),
  ],
  reviews: [
    {
      kind: 'BASELINE',
      date: '2026-07-10',
      comments: 'A baseline review.',
      supervisor: null,
      ratings: [
        rating(2, 'ATTENDANCE_PUNCTUALITY'),
        rating(2, 'COMMUNICATION'),
        rating(3, 'TEAMWORK_COLLABORATION'),
        rating(4, 'MOTIVATION_INITIATIVE'),
        rating(5, 'CRITICAL_THINKING_PROBLEM_SOLVING'),
        rating(1, 'WORKPLACE_CULTURE_POLICY_SAFETY'),
        rating(2, null, 'Vital signs'),
        rating(3, null, 'Scheduling'),
      ],
    },
    {
      kind: 'FINAL',
      date: '2026-08-14',
      comments: 'A final review.',
      supervisor: null,
      ratings: [
        rating(4, 'ATTENDANCE_PUNCTUALITY'),
        rating(2, 'COMMUNICATION'),
        rating(2, 'TEAMWORK_COLLABORATION'),
        rating(5, 'MOTIVATION_INITIATIVE'),
        rating(5, 'CRITICAL_THINKING_PROBLEM_SOLVING'),
        rating(3, 'WORKPLACE_CULTURE_POLICY_SAFETY'),
        rating(5, null, 'Vital signs'),
        rating(1, null, 'Scheduling'),
      ],
    },
  ],
};

const whole = (index: number) => ({
  id: placements[index],
  student: { id: students[index] },
  opportunity: null,
  site: { id: SITE },
  school: { deseCode: '90350010' },
  wblType: 'INTERNSHIP',
  status: 'ACTIVE',
  startDate: '2026-07-06',
  endDate: '2026-08-14',
  plannedHours: 150,
  hoursLogged: 99.75,
  pay: 'EMPLOYER_PAID',
  hourlyWage: 16.75,
  creditBearing: false,
  credits: null,
  season: 'SUMMER',
  brokerRole: 'DIRECT_PLACEMENT',
  brokeredBy: null,
  registeredApprenticeshipPartner: null,
  workPermitOnFile: null,
  myCapGoal: null,
  wblPlan: { id: plans[index], placement: { id: placements[index] }, ...PLAN },
  reflections: [
    {
      date: '2026-07-20',
      prompt: 'What surprised you?',
      text: 'How much they talk.',
      sharePublicly: false,
    },
    { date: '2026-08-10', prompt: 'What surprised you?', text: 'Later.', sharePublicly: false },
  ],
  history: [
    { from: null, to: 'PROPOSED', at: '2026-05-04T14:00:00.000Z', by: 'staff', note: null },
    { from: 'PROPOSED', to: 'ACTIVE', at: '2026-07-06T13:00:00.000Z', by: 'staff', note: null },
  ],
});

describe('a placement', () => {
  it('is one statement, with its plan, reviews, gain, reflections and history', async () => {
    const query = `query ($id: ID!) { placement(id: $id) { ${EVERYTHING} } }`;
    const { statements, ...answer } = await graph.count(query, { as: STAFF, id: placements[0] });
    expect(answer).toEqual({ data: { placement: whole(0) } });
    expect(statements).toBe(1);
  });

  it.each(['', 'x', "' or '1'='1"])('with the id %j is none', async (id) => {
    const query = 'query ($id: ID!) { placement(id: $id) { id } }';
    expect(await graph.ask(query, { as: STAFF, id })).toEqual({ data: { placement: null } });
  });

  it('without a plan has null there, and a plan with one review no gain yet', async () => {
    const { database } = graph;
    const [bare, begun] = [await makePlacement(database), await makePlacement(database)];
    const made = await makeWblPlan(database, begun);
    await makeReview(database, made, { kind: 'BASELINE', date: '2026-07-06', scores: [3] });
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on Placement { wblPlan { skillGain { gain } } reflections { id } }
    } }`;
    const keys = representations('Placement', 'id', [bare, begun]);
    expect(await graph.ask(query, { as: STAFF, keys })).toEqual({
      data: {
        _entities: [
          { wblPlan: null, reflections: [] },
          { wblPlan: { skillGain: [] }, reflections: [] },
        ],
      },
    });
  });
});

describe('a Work-Based Learning Plan', () => {
  it.each([
    { what: 'the gain alone', selection: 'skillGain { gain }' },
    {
      what: 'the gain before the reviews',
      selection: 'skillGain { gain } reviews { ratings { score } }',
    },
    { what: 'the reviews before the gain', selection: 'reviews { kind } skillGain { gain }' },
    {
      what: 'the skills and the gain',
      selection: 'careerSkills { name } skillGain { careerSkill { name } gain }',
    },
  ])('asked for $what is one statement', async ({ selection }) => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on WblPlan { ${selection} } } }`;
    const keys = representations('WblPlan', 'id', plans);
    const { data, errors, statements } = await graph.count(query, { as: STAFF, keys });
    expect(errors).toBeUndefined();
    const gains = ((data?._entities ?? []) as readonly (typeof PLAN)[]).map(({ skillGain }) =>
      skillGain.map(({ gain }) => gain),
    );
    expect(gains).toEqual(plans.map(() => PLAN.skillGain.map(({ gain }) => gain)));
    expect(statements).toBe(1);
  });
});

describe('the placements of many students', () => {
  const OF_STUDENTS = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
    ... on Student { placements { nodes { ${EVERYTHING} } } }
  } }`;

  it.each([1, 20])('with everything below are one statement for %i', async (count) => {
    const keys = representations('Student', 'id', students.slice(0, count));
    const { statements, ...answer } = await graph.count(OF_STUDENTS, { as: STAFF, keys });
    const expected = keys.map((_, index) => ({ placements: { nodes: [whole(index)] } }));
    expect(answer).toEqual({ data: { _entities: expected } });
    expect(statements).toBe(1);
  });

  it('are one statement as entities, in the order of their keys', async () => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) { ... on Placement { ${EVERYTHING} } } }`;
    const keys = representations('Placement', 'id', placements).toReversed();
    const { statements, ...answer } = await graph.count(query, { as: STAFF, keys });
    const expected = placements.map((_, index) => whole(index)).toReversed();
    expect(answer).toEqual({ data: { _entities: expected } });
    expect(statements).toBe(1);
  });

  it('and their plans in one list are found each in its own table', async () => {
    const query = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
      ... on WblPlan { id jobDescription } ... on Placement { id status }
    } }`;
    const [placement = '', plan = ''] = [placements[0], plans[0]];
    const keys = [
      { __typename: 'WblPlan', id: plan },
      { __typename: 'Placement', id: placement },
      { __typename: 'Placement', id: plan },
    ];
    expect(await graph.ask(query, { as: STAFF, keys })).toEqual({
      data: {
        _entities: [
          { id: plan, jobDescription: 'Greets patients.' },
          { id: placement, status: 'ACTIVE' },
          null,
        ],
      },
    });
  });
});
