import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { WORKFORCE_BOARD_CODES } from '../../../platform/vocabulary.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { makeOpportunityRef, makeStudentRef } from '../../support/make-placement-refs.ts';
import { makePlacement } from '../../support/make-placements.ts';
import {
  representations,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const CAPACITY = `query ($keys: [_Any!]!, $year: FiscalYear!) { _entities(representations: $keys) {
  ... on WorkforceBoard { code capacityVsDemand(fiscalYear: $year) {
    openSlots paidSlots studentsReadyForImmersion unmetDemand
    byCluster { cluster openSlots interestedStudents suppressed }
  } }
} }`;

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  await graph.database.pool.query('truncate placement, student_ref, opportunity_ref cascade');
});

type Columns = Readonly<Record<string, unknown>>;
type Capacity = {
  readonly studentsReadyForImmersion: number | null;
  readonly byCluster: readonly {
    readonly cluster: string;
    readonly interestedStudents: number | null;
  }[];
} & Record<string, unknown>;

async function capacity(boards: readonly string[] = ['BOSTON'], year = 2027): Promise<Capacity[]> {
  const keys = representations('WorkforceBoard', 'code', boards);
  const { data, errors } = await graph.ask(CAPACITY, { keys, year });
  expect(errors).toBeUndefined();
  const entities = (data?._entities ?? []) as { capacityVsDemand: Capacity }[];
  return entities.map((each) => each.capacityVsDemand);
}
async function students(count: number, columns: Columns = {}): Promise<string[]> {
  const made: string[] = [];
  for (let n = 0; n < count; n++)
    made.push(
      await makeStudentRef(graph.database, { current_stage: 'CAREER_IMMERSION', ...columns }),
    );
  return made;
}

it('slots are those of offers that are open, begin in the year and are not over', async () => {
  await makeOpportunityRef(graph.database, { slots: 5, filled: 2, cluster: 'HEALTH_SCIENCE' });
  await makeOpportunityRef(graph.database, { slots: 4, pay: 'UNPAID', cluster: 'FINANCE' });
  await makeOpportunityRef(graph.database, { slots: 3, pay: 'STIPEND', cluster: null });
  for (const columns of [
    { status: 'CLOSED' },
    { board_code: 'METRO_NORTH' },
    { start_date: '2027-07-01', end_date: '2027-08-20' },
    { start_date: '2026-07-06', end_date: '2026-08-14' },
  ])
    await makeOpportunityRef(graph.database, { slots: 50, ...columns });
  const [boston] = await capacity();
  expect(boston).toMatchObject({
    openSlots: 10,
    paidSlots: 6,
    studentsReadyForImmersion: 0,
    unmetDemand: 0,
  });
  expect(boston?.byCluster).toHaveLength(16);
  expect(
    boston?.byCluster.filter(({ openSlots }: Record<string, unknown>) => openSlots !== 0),
  ).toEqual([
    { cluster: 'Finance', openSlots: 4, interestedStudents: 0, suppressed: false },
    { cluster: 'Health science', openSlots: 3, interestedStudents: 0, suppressed: false },
  ]);
});

it('ready are students in Immersion, or near it, who have nothing arranged', async () => {
  await students(10);
  await students(3, { current_stage: 'CAREER_EXPLORATION', grade: 10 });
  await students(50, { current_stage: 'CAREER_EXPLORATION', grade: 9 });
  await students(50, { enrollment_status: 'GRADUATED' });
  await students(50, { current_stage: null });
  await students(50, { board_code: 'CENTRAL' });
  for (const status of ['PROPOSED', 'MATCHED', 'APPROVED', 'ACTIVE'])
    for (const student_id of await students(5))
      await makePlacement(graph.database, { student_id, status });
  for (const status of ['COMPLETED', 'WITHDRAWN'])
    for (const student_id of await students(2))
      await makePlacement(graph.database, { student_id, status });
  await makeOpportunityRef(graph.database, { slots: 7 });
  expect(await capacity()).toMatchObject([
    { studentsReadyForImmersion: 17, unmetDemand: 10, openSlots: 7 },
  ]);
});

it('interest is counted by cluster, a student once in each of theirs', async () => {
  await students(10, { interests: ['29', '31', '13'] });
  await students(10, { interests: ['13'] });
  await students(10, { interests: [] });
  const [boston] = await capacity();
  const interested = boston?.byCluster.filter(({ interestedStudents }) => interestedStudents !== 0);
  expect(interested).toMatchObject([
    { cluster: 'Finance', interestedStudents: 20, suppressed: false },
    { cluster: 'Health science', interestedStudents: 10, suppressed: false },
  ]);
});

it('few who are interested are not shown, nor few who are not', async () => {
  await students(12, { interests: ['29'] });
  await students(3, { interests: ['13'] });
  const [boston] = await capacity();
  const of = (name: string) => boston?.byCluster.find(({ cluster }) => cluster === name);
  expect(of('Finance')).toMatchObject({ interestedStudents: null, suppressed: true });
  // 15 ready less 12 in health would tell the three.
  const both = [boston?.studentsReadyForImmersion, of('Health science')?.interestedStudents];
  expect(both.filter((count) => count === null).length).toBeGreaterThanOrEqual(1);
  if (boston?.studentsReadyForImmersion === null) expect(boston.unmetDemand).toBeNull();
});

it('a handful who are ready are not shown', async () => {
  await students(4);
  expect(await capacity()).toMatchObject([{ studentsReadyForImmersion: null, unmetDemand: null }]);
});

it('sixteen boards take as many statements as one', async () => {
  const keys = representations('WorkforceBoard', 'code', WORKFORCE_BOARD_CODES);
  const sixteen = await graph.count(CAPACITY, { keys, year: 2027 });
  expect(sixteen.statements).toBe(2);
  expect(sixteen.data?._entities).toHaveLength(16);
  const one = await graph.count(CAPACITY, { keys: keys.slice(0, 1), year: 2027 });
  expect(one.statements).toBe(2);
});
