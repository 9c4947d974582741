import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { ROLES, type Role } from '../../../platform/vocabulary.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { actorsNear, SEEING, SEEING_NONE } from '../../support/actors.ts';
import {
  makePlacement,
  makeReflection,
  makeReview,
  makeWblPlan,
} from '../../support/make-placements.ts';
import {
  codesOf,
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const MISSING = randomUUID();
const SITE = randomUUID();
const STUDENT = randomUUID();
const OTHER = randomUUID();

type Made = { readonly placement: string; readonly plan: string };
let graph: SubgraphUnderTest;
let visible: Made;
let hidden: Made;
let actors: Readonly<Record<Role, Actor>>;

async function makeRecord(student: string, school: string, board: string): Promise<Made> {
  const { database } = graph;
  const columns = { student_id: student, school_code: school, board_code: board, site_id: SITE };
  const placement = await makePlacement(database, columns);
  await makeReflection(database, placement);
  const made = await makeWblPlan(database, placement);
  await makeReview(database, made, { kind: 'BASELINE', date: '2026-07-06', scores: [3] });
  return { placement, plan: made.plan };
}

beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
  visible = await makeRecord(STUDENT, '90350010', 'BOSTON');
  hidden = await makeRecord(OTHER, '90360010', 'METRO_NORTH');
  actors = actorsNear({
    student: STUDENT,
    school: '90350010',
    district: '90350000',
    board: 'BOSTON',
  });
});
afterAll(() => graph.stop());

const ONE = 'query ($id: ID!) { placement(id: $id) { id } }';
const LIST = 'query { placements(filter: {}) { nodes { id } totalCount } }';
const ENTITIES = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Placement { id status } ... on WblPlan { id jobDescription }
} }`;
const BELOW = `query ($keys: [_Any!]!) { _entities(representations: $keys) {
  ... on Student { placements { nodes { id } totalCount } }
  ... on Site { placements { nodes { id } totalCount } }
  ... on School { placements { nodes { id } totalCount } }
} }`;
const entityKeys = ({ placement, plan }: Made) => [
  ...representations('Placement', 'id', [placement]),
  ...representations('WblPlan', 'id', [plan]),
];
const NOTHING: Made = { placement: MISSING, plan: MISSING };
const parentKeys = () => [
  ...representations('Student', 'id', [STUDENT, OTHER, MISSING]),
  ...representations('Site', 'id', [SITE]),
  ...representations('School', 'deseCode', ['90350010', '90360010']),
];

it('the tables below name every role', () => {
  expect([...SEEING, ...SEEING_NONE, 'PUBLIC'].toSorted()).toEqual([...ROLES].toSorted());
});

describe.each(SEEING)('%s', (role) => {
  it('sees the placements of who is theirs, and cannot tell the others from none', async () => {
    const as = actors[role];
    const { placement } = visible;
    expect(await graph.ask(ONE, { as, id: placement })).toEqual({
      data: { placement: { id: placement } },
    });
    const none = await graph.ask(ONE, { as, id: MISSING });
    expect(none).toEqual({ data: { placement: null } });
    expect(await graph.ask(ONE, { as, id: hidden.placement })).toEqual(none);
  });

  it('lists and counts those alone', async () => {
    const only = { nodes: [{ id: visible.placement }], totalCount: 1 };
    expect(await graph.ask(LIST, { as: actors[role] })).toEqual({ data: { placements: only } });
  });

  it('finds those alone below a student, a site and a school', async () => {
    const only = { placements: { nodes: [{ id: visible.placement }], totalCount: 1 } };
    const none = { placements: { nodes: [], totalCount: 0 } };
    expect(await graph.ask(BELOW, { as: actors[role], keys: parentKeys() })).toEqual({
      data: { _entities: [only, none, none, only, only, none] },
    });
  });

  it('reaches those alone as entities', async () => {
    const as = actors[role];
    expect(await graph.ask(ENTITIES, { as, keys: entityKeys(visible) })).toEqual({
      data: {
        _entities: [
          { id: visible.placement, status: 'ACTIVE' },
          { id: visible.plan, jobDescription: 'Greets patients.' },
        ],
      },
    });
    const none = await graph.ask(ENTITIES, { as, keys: entityKeys(NOTHING) });
    expect(none).toEqual({ data: { _entities: [null, null] } });
    expect(await graph.ask(ENTITIES, { as, keys: entityKeys(hidden) })).toEqual(none);
  });
});

describe.each([...SEEING_NONE, 'PUBLIC'] as const)('%s', (role) => {
  const code = role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN_FIELD';

  it('is refused every placement, there or not, in the same words', async () => {
    const as = actors[role];
    const refused = await graph.ask(ONE, { as, id: visible.placement });
    expect([refused.data, codesOf(refused)]).toEqual([{ placement: null }, [code]]);
    expect(await graph.ask(ONE, { as, id: MISSING })).toEqual(refused);
  });

  it('is refused the list, and what is below a student, a site and a school', async () => {
    const as = actors[role];
    const list = await graph.ask(LIST, { as });
    expect([list.data, codesOf(list)]).toEqual([{ placements: null }, [code]]);
    const below = await graph.ask(BELOW, { as, keys: parentKeys() });
    expect(below.data).toEqual({ _entities: parentKeys().map(() => ({ placements: null })) });
    expect(codesOf(below)).toEqual(parentKeys().map(() => code));
  });

  it('is refused every entity, there or not, in the same words', async () => {
    const as = actors[role];
    const refused = await graph.ask(ENTITIES, { as, keys: entityKeys(visible) });
    expect([refused.data, codesOf(refused)]).toEqual([{ _entities: [null, null] }, [code, code]]);
    expect(await graph.ask(ENTITIES, { as, keys: entityKeys(NOTHING) })).toEqual(refused);
  });
});

it('BOARD_STAFF reads where a placement stands, not its wage, nor what judges and reflects', async () => {
  const query = `query ($id: ID!) { placement(id: $id) {
    status hourlyWage reflections { date text }
    wblPlan { jobDescription skillGain { gain } reviews { kind comments ratings { score } } }
  } }`;
  const { data, errors } = await graph.ask(query, {
    as: actors.BOARD_STAFF,
    id: visible.placement,
  });
  expect(data).toEqual({
    placement: {
      status: 'ACTIVE',
      hourlyWage: null,
      reflections: [{ date: '2026-07-20', text: null }],
      wblPlan: {
        jobDescription: 'Greets patients.',
        skillGain: null,
        reviews: [{ kind: 'BASELINE', comments: null, ratings: null }],
      },
    },
  });
  const refused = errors?.map(({ path, extensions }) => [path?.at(-1), extensions?.class]);
  expect(refused?.toSorted()).toEqual([
    ['comments', 'EVALUATIVE'],
    ['hourlyWage', 'FINANCIAL'],
    ['ratings', 'EVALUATIVE'],
    ['skillGain', 'EVALUATIVE'],
    ['text', 'EVALUATIVE'],
  ]);
});

it.each<Actor>([
  { subject: 's', role: 'STUDENT' },
  { subject: 's', role: 'FAMILY' },
  { subject: 's', role: 'SCHOOL_STAFF' },
  { subject: 's', role: 'DISTRICT_STAFF' },
  { subject: 's', role: 'BOARD_STAFF' },
])('$role whose token names no place sees no placement', async (as) => {
  expect(await graph.ask(LIST, { as })).toEqual({
    data: { placements: { nodes: [], totalCount: 0 } },
  });
});
