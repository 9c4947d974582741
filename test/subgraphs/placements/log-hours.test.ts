import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Role } from '../../../platform/vocabulary.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { actorsNear, SEEING_NONE } from '../../support/actors.ts';
import { insert } from '../../support/insert.ts';
import { makePlacement } from '../../support/make-placements.ts';
import {
  codesOf,
  NOW,
  type SubgraphUnderTest,
  startSubgraph,
} from '../../support/subgraph-under-test.ts';

const LOG = `mutation ($input: LogHoursInput!, $key: String) {
  logHours(input: $input, idempotencyKey: $key) {
    entry { id workedOn hours placement { id hoursLogged } }
  }
}`;
const DAY = { workedOn: '2026-10-02', hours: 7.5 };

let graph: SubgraphUnderTest;
let placement: string;
let student: string;
let actors: Readonly<Record<Role, Actor>>;

beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());
beforeEach(async () => {
  student = randomUUID();
  placement = await makePlacement(graph.database, {
    student_id: student,
    start_date: '2026-09-08',
    end_date: '2026-12-18',
    logged_minutes: 0,
  });
  actors = actorsNear({ student, school: '90350010', district: '90350000', board: 'BOSTON' });
});

type Asked = { readonly as?: Actor; readonly key?: string; readonly at?: Date };
const log = (input: object, { as = actors.STUDENT, at = NOW, key }: Asked = {}) =>
  graph.ask(LOG, { as, at, key: key ?? null, input: { placementId: placement, ...DAY, ...input } });

const rulesOf = ({ errors }: Awaited<ReturnType<typeof log>>) =>
  errors?.map(({ extensions }) => extensions?.rule);

const rows = async (sql: string) => (await graph.database.pool.query(sql, [placement])).rows;
const entries = () =>
  rows(`select worked_on::text, minutes, recorded_by from hours_entry where placement_id = $1`);
const logged = async () =>
  (await rows('select logged_minutes from placement where id = $1'))[0]?.logged_minutes;

describe('hours', () => {
  it('are written down, and are part of what the placement shows', async () => {
    const first = await log({});
    expect(first.errors).toBeUndefined();
    const { data } = await log({ workedOn: '2026-10-05', hours: 0.83 });
    expect(data).toEqual({
      logHours: {
        entry: {
          id: expect.any(String),
          workedOn: '2026-10-05',
          hours: 0.83,
          placement: { id: placement, hoursLogged: 8.33 },
        },
      },
    });
    expect(await entries()).toEqual([
      { worked_on: '2026-10-02', minutes: 450, recorded_by: 'student' },
      { worked_on: '2026-10-05', minutes: 50, recorded_by: 'student' },
    ]);
    expect(await logged()).toBe(500);
  });

  it.each(['SCHOOL_STAFF', 'DISTRICT_STAFF'] as const)('may be logged by %s', async (role) => {
    expect((await log({}, { as: actors[role] })).errors).toBeUndefined();
    expect(await entries()).toMatchObject([{ recorded_by: actors[role].subject }]);
  });

  it.each([
    { what: 'the first day', input: { workedOn: '2026-09-08' } },
    { what: 'a whole day and night', input: { hours: 24 } },
    { what: 'a minute', input: { hours: 0.02 } },
  ])('may be those of $what', async ({ input }) => {
    expect((await log(input)).errors).toBeUndefined();
  });

  it('with one key are written down once', async () => {
    const first = await log({}, { key: 'a' });
    expect(await log({}, { key: 'a' })).toEqual(first);
    expect(codesOf(await log({ hours: 2 }, { key: 'a' }))).toEqual(['CONFLICT']);
    expect(await logged()).toBe(450);
  });

  it.each(['COMPLETED', 'ENDED_EARLY'])(
    'that come late, when it is %s, are for staff to log',
    async (status) => {
      placement = await makePlacement(graph.database, { student_id: student, status });
      const late = { workedOn: '2026-08-14' };
      expect(rulesOf(await log(late))).toEqual(['PLACEMENT_STATUS']);
      expect((await log(late, { as: actors.SCHOOL_STAFF })).errors).toBeUndefined();
    },
  );
});

describe('no hours are logged', () => {
  it.each([
    { what: 'that are negative', input: { hours: -0.25 }, rule: 'HOURS_RANGE' },
    { what: 'that are none', input: { hours: 0 }, rule: 'HOURS_RANGE' },
    { what: 'that are no whole minutes', input: { hours: 0.84 }, rule: 'HOURS_RANGE' },
    { what: 'beyond the day', input: { hours: 24.25 }, rule: 'HOURS_PER_DAY' },
    { what: 'before the start', input: { workedOn: '2026-09-07' }, rule: 'HOURS_DATE' },
    { what: 'of tomorrow', input: { workedOn: '2026-10-06' }, rule: 'HOURS_DATE' },
  ])('$what: that breaks $rule', async ({ input, rule }) => {
    const { data, errors } = await log(input);
    expect(data).toEqual({ logHours: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ rule, code: 'RULE_VIOLATED' }]);
    expect([await entries(), await logged()]).toEqual([[], 0]);
  });

  it('beyond 24 on one day in all its entries', async () => {
    await log({ hours: 23.5 });
    expect(rulesOf(await log({ hours: 0.75 }))).toEqual(['HOURS_PER_DAY']);
    expect((await log({ hours: 0.5 })).errors).toBeUndefined();
    expect((await log({ hours: 12, workedOn: '2026-10-01' })).errors).toBeUndefined();
    expect(await logged()).toBe(24 * 60 + 12 * 60);
  });

  it('after the end', async () => {
    placement = await makePlacement(graph.database, { student_id: student });
    expect(rulesOf(await log({ workedOn: '2026-08-15' }))).toEqual(['HOURS_DATE']);
  });

  it.each(['PROPOSED', 'MATCHED', 'APPROVED', 'WITHDRAWN', 'DECLINED'])(
    'while it is %s',
    async (status) => {
      placement = await makePlacement(graph.database, { student_id: student, status });
      const as = actors.SCHOOL_STAFF;
      expect(rulesOf(await log({ workedOn: '2026-08-14' }, { as }))).toEqual(['PLACEMENT_STATUS']);
    },
  );

  it.each([{ hours: 'many' }, { hours: null }, { workedOn: '2026-02-30' }])(
    'by the input %o',
    async (input) => {
      expect(codesOf(await log(input))).toEqual(['BAD_USER_INPUT']);
    },
  );

  it.each(['FAMILY', 'BOARD_STAFF'] as const)('by %s, who may only read', async (role) => {
    expect(codesOf(await log({}, { as: actors[role] }))).toEqual(['FORBIDDEN']);
  });

  it.each(SEEING_NONE)('by %s, to whom the placement does not exist', async (role) => {
    expect(codesOf(await log({}, { as: actors[role] }))).toEqual(['NOT_FOUND']);
  });

  it('by who is not signed in', async () => {
    expect(codesOf(await log({}, { as: actors.PUBLIC }))).toEqual(['UNAUTHENTICATED']);
  });

  it('on a placement the caller may not see, in the words for one that is not there', async () => {
    const hidden = await makePlacement(graph.database);
    for (const placementId of [hidden, randomUUID(), 'x'])
      expect((await log({ placementId })).errors).toMatchObject([
        { message: `No Placement with id "${placementId}".`, extensions: { code: 'NOT_FOUND' } },
      ]);
  });
});

describe('fifty calls at once', () => {
  const CALLS = Array.from({ length: 50 }, (_, n) => n);

  it('on fifty days leave a sum that is exact', async () => {
    const days = CALLS.map((n) => new Date(Date.UTC(2026, 7, 1 + n)).toISOString().slice(0, 10));
    placement = await makePlacement(graph.database, {
      student_id: student,
      start_date: '2026-08-01',
      end_date: '2026-12-18',
      logged_minutes: 30,
    });
    const answers = await Promise.all(days.map((workedOn) => log({ workedOn, hours: 0.83 })));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(await logged()).toBe(30 + 50 * 50);
  });

  it('on one day fill no more than its 24 hours', async () => {
    const answers = await Promise.all(CALLS.map(() => log({ hours: 1 })));
    const refused = answers.flatMap((answer) => rulesOf(answer) ?? []);
    expect(refused).toEqual(Array.from({ length: 26 }, () => 'HOURS_PER_DAY'));
    expect(await logged()).toBe(24 * 60);
  });

  it('written past the mutation fill no more either: the database holds the line', async () => {
    const row = { placement_id: placement, worked_on: '2026-10-02', minutes: 60 };
    const written = await Promise.allSettled(
      CALLS.map(() => insert(graph.database, 'hours_entry', { ...row, id: randomUUID() })),
    );
    expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(24);
    expect(await entries()).toHaveLength(24);
  });
});
