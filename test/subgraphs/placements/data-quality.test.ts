import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { actorsNear, SEEING_NONE } from '../../support/actors.ts';
import { makeStudentRef } from '../../support/make-placement-refs.ts';
import { makePlacement, makeReview, makeWblPlan } from '../../support/make-placements.ts';
import {
  codesOf,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const QUALITY = `query ($board: WorkforceBoardCode!) { dataQuality(board: $board) {
  board asOf definitionVersion findings { check count placements { id status } }
} }`;

let graph: SubgraphUnderTest;
let actors: Readonly<Record<Role, Actor>>;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.database.pool.query('truncate placement, student_ref cascade');
  const student = await makeStudentRef(graph.database);
  actors = actorsNear({ student, school: '90350010', district: '90350000', board: 'BOSTON' });
});

type Columns = Readonly<Record<string, unknown>>;
/** A placement of this autumn in which nothing is missing. */
async function whole(columns: Columns = {}): Promise<string> {
  const student_id = await makeStudentRef(graph.database);
  const days = { start_date: '2026-09-08', end_date: '2026-12-18', logged_minutes: 600 };
  const placement = await makePlacement(graph.database, { student_id, ...days, ...columns });
  const made = await makeWblPlan(graph.database, placement);
  await makeReview(graph.database, made, { kind: 'BASELINE', date: '2026-09-10', scores: [3] });
  return placement;
}
type Finding = {
  readonly check: string;
  readonly count: number;
  readonly placements: { id: string }[];
};
async function findings(as: Actor = actors.BOARD_STAFF, board = 'BOSTON'): Promise<Finding[]> {
  const { data, errors } = await graph.ask(QUALITY, { as, board });
  expect(errors).toBeUndefined();
  const report = data?.dataQuality as { findings: Finding[] } | null;
  return report?.findings.filter(({ count }) => count > 0) ?? [];
}

describe('a finding', () => {
  it('is none where nothing is missing', async () => {
    await whole();
    await whole({ pay: 'UNPAID', hourly_wage_cents: null });
    await whole({ status: 'PROPOSED', hourly_wage_cents: null });
    await makePlacement(graph.database, {
      ...{ student_id: await makeStudentRef(graph.database), start_date: '2026-09-21' },
      ...{ end_date: '2026-12-18' },
    });
    expect(await findings()).toEqual([]);
  });

  it.each([
    { check: 'MISSING_WAGE', columns: { hourly_wage_cents: null } },
    { check: 'MISSING_WAGE', columns: { hourly_wage_cents: null, pay: 'SUBSIDIZED' } },
    { check: 'MISSING_PARTICIPANT', columns: { student_id: randomUUID() } },
    { check: 'SHORT_OF_HOURS', columns: { end_date: '2026-10-26', logged_minutes: 5_999 } },
    { check: 'SHORT_OF_HOURS', columns: { end_date: '2026-09-30', wbl_type: 'CAPSTONE' } },
  ])('$check names a placement with $columns', async ({ check, columns }) => {
    const placement = await whole(columns);
    await whole();
    expect(await findings()).toEqual([
      { check, count: 1, placements: [{ id: placement, status: 'ACTIVE' }] },
    ]);
  });

  it('of short hours is none of enough hours, of a later end or of a type without the rule', async () => {
    await whole({ end_date: '2026-10-26', logged_minutes: 6_000 });
    await whole({ end_date: '2026-10-27' });
    await whole({ end_date: '2026-10-26', wbl_type: 'SIMULATION' });
    expect(await findings()).toEqual([]);
  });

  it('names active placements without a baseline, two weeks after the start', async () => {
    const student_id = await makeStudentRef(graph.database);
    const days = { start_date: '2026-09-20', end_date: '2026-12-18' };
    const placement = await makePlacement(graph.database, { student_id, ...days });
    await makePlacement(graph.database, { student_id, ...days, status: 'WITHDRAWN' });
    expect(await findings()).toEqual([
      { check: 'MISSING_BASELINE', count: 1, placements: [{ id: placement, status: 'ACTIVE' }] },
    ]);
  });
});

describe('who asks', () => {
  it('finds what they may see of a board, and no more', async () => {
    const mine = await whole({ hourly_wage_cents: null });
    const theirs = { school_code: '90360010', board_code: 'METRO_NORTH' };
    await whole({ hourly_wage_cents: null, ...theirs });
    await whole({ hourly_wage_cents: null, school_code: '90360010' });
    const counted = async (role: Role, board: string) =>
      (await findings(actors[role], board)).map(({ count }) => count);
    expect(await counted('BOARD_STAFF', 'BOSTON')).toEqual([2]);
    expect(await counted('BOARD_STAFF', 'METRO_NORTH')).toEqual([]);
    expect(await counted('SCHOOL_STAFF', 'BOSTON')).toEqual([1]);
    const [finding] = await findings(actors.DISTRICT_STAFF);
    expect(finding?.placements).toEqual([{ id: mine, status: 'ACTIVE' }]);
  });

  it.each([...SEEING_NONE, 'PUBLIC'] as const)('%s is refused', async (role) => {
    const code = role === 'PUBLIC' ? 'UNAUTHENTICATED' : 'FORBIDDEN_FIELD';
    expect(codesOf(await graph.ask(QUALITY, { as: actors[role], board: 'BOSTON' }))).toEqual([
      code,
    ]);
  });
});
