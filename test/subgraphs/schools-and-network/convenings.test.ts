import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Network, type Question, startNetwork } from './support/network.ts';
import { messages, OTHER_BOARD, PEOPLE, refusals } from './support/people.ts';

const SCHEDULE = `mutation ($input: ScheduleConveningInput!, $key: String) {
  scheduleConvening(input: $input, idempotencyKey: $key) {
    convening { id date title openToAllSchools attendance version } } }`;
const COUNT = `mutation ($input: RecordConveningAttendanceInput!) {
  recordConveningAttendance(input: $input) { convening { attendance version } } }`;
const ANNUAL = `query ($year: FiscalYear) { workforceBoard(code: METRO_NORTH) {
  annualConvening(fiscalYear: $year) { fiscalYear status date } } }`;

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  await network.make.board('METRO_NORTH');
});
beforeEach(() => network.database.pool.query('truncate convening'));
afterAll(() => network.stop());

const schedule = (input: object = {}, { as = PEOPLE.BOARD_STAFF, ...question }: Question = {}) =>
  network.ask(SCHEDULE, {
    as,
    key: null,
    ...question,
    input: { boardCode: 'METRO_NORTH', date: '2026-11-05', title: 'Autumn convening', ...input },
  });
const count = (input: object, { as = PEOPLE.BOARD_STAFF, ...question }: Question = {}) =>
  network.ask(COUNT, { as, ...question, input: { attendance: 60, ...input } });
const annual = async (question: object = {}) => {
  const { data } = await network.ask(ANNUAL, { year: null, ...question });
  return (data as { workforceBoard: { annualConvening: object } }).workforceBoard.annualConvening;
};

describe('a convening', () => {
  it('is scheduled, open to all schools where nothing else is said', async () => {
    const { data, errors } = await schedule();
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      scheduleConvening: {
        convening: {
          id: expect.any(String),
          date: '2026-11-05',
          title: 'Autumn convening',
          openToAllSchools: true,
          attendance: null,
          version: 1,
        },
      },
    });
  });

  it('is scheduled once for one key', async () => {
    const first = await schedule({}, { key: 'c' });
    expect(await schedule({}, { key: 'c' })).toEqual(first);
    expect(refusals(await schedule({ title: 'Another' }, { key: 'c' }))).toEqual(['CONFLICT']);
  });

  it('is counted on its day and after, and counted anew to correct it', async () => {
    const conveningId = await network.make.convening({ date: '2026-10-05' });
    expect((await count({ conveningId })).data).toEqual({
      recordConveningAttendance: { convening: { attendance: 60, version: 2 } },
    });
    expect((await count({ conveningId, attendance: 0, expectedVersion: 2 })).data).toEqual({
      recordConveningAttendance: { convening: { attendance: 0, version: 3 } },
    });
  });

  it('is not counted over a count that the caller did not see', async () => {
    const conveningId = await network.make.convening({ date: '2026-10-05', version: 4 });
    const answer = await count({ conveningId, expectedVersion: 3 });
    expect(refusals(answer)).toEqual(['CONFLICT']);
    expect(messages(answer)).toEqual([
      '"expectedVersion" is 3, but it is at version 4 now. Read it again.',
    ]);
  });

  it.each([
    { what: 'in the past', input: { date: '2026-10-04' }, rule: 'CONVENING_DATE' },
    { what: 'without a title', input: { title: '' }, rule: 'BAD_USER_INPUT' },
    { what: 'with too long a title', input: { title: 't'.repeat(201) }, rule: 'BAD_USER_INPUT' },
    { what: 'by a board that is not there', input: { boardCode: 'BERKSHIRE' }, rule: 'NOT_FOUND' },
  ])('is not scheduled $what: $rule', async ({ input, rule }) => {
    expect(refusals(await schedule(input))).toEqual([rule]);
  });

  it('is not counted before its day, nor with fewer than nobody, nor where there is none', async () => {
    const conveningId = await network.make.convening({ date: '2026-10-06' });
    expect(refusals(await count({ conveningId }))).toEqual(['CONVENING_NOT_HELD']);
    expect(refusals(await count({ conveningId, attendance: -1 }))).toEqual(['BAD_USER_INPUT']);
    expect(refusals(await count({ conveningId, attendance: 10_001 }))).toEqual(['BAD_USER_INPUT']);
    expect(refusals(await count({ conveningId: 'x' }))).toEqual(['NOT_FOUND']);
    await expect(network.make.convening({ attendance: -1 })).rejects.toThrow(/is_a_count/);
  });

  it.each([
    { as: OTHER_BOARD, code: 'FORBIDDEN' },
    { as: PEOPLE.SCHOOL_STAFF, code: 'FORBIDDEN' },
    { as: PEOPLE.DISTRICT_STAFF, code: 'FORBIDDEN' },
    { as: PEOPLE.STATE, code: 'FORBIDDEN' },
    { as: PEOPLE.PUBLIC, code: 'UNAUTHENTICATED' },
  ])('is the affair of its board, not of $as.role: $code', async ({ as, code }) => {
    const conveningId = await network.make.convening({ date: '2026-10-05' });
    expect(refusals(await schedule({}, { as }))).toEqual([code]);
    expect(refusals(await count({ conveningId }, { as }))).toEqual([code]);
  });
});

describe('the annual convening of a board', () => {
  it('is missing while none is open to all schools', async () => {
    await schedule({ openToAllSchools: false });
    expect(await annual()).toEqual({ fiscalYear: 2027, status: 'MISSING', date: null });
  });

  it('is scheduled, and held on its day, of the current fiscal year where no other is asked', async () => {
    await schedule();
    const expected = { fiscalYear: 2027, date: '2026-11-05' };
    expect(await annual()).toEqual({ ...expected, status: 'SCHEDULED' });
    const at = new Date('2026-11-05T16:00:00Z');
    expect(await annual({ at })).toEqual({ ...expected, status: 'HELD' });
    expect(await annual({ year: 2028 })).toEqual({
      fiscalYear: 2028,
      status: 'MISSING',
      date: null,
    });
  });

  it('may be asked beside another list of convenings, in one statement', async () => {
    await schedule();
    const query = `{ workforceBoards { annualConvening { status } next: annualConvening(fiscalYear: 2028) { status }
      convenings(fiscalYear: 2027) { title } } }`;
    expect(await network.ask(query)).toEqual({
      data: {
        workforceBoards: [
          {
            annualConvening: { status: 'SCHEDULED' },
            next: { status: 'MISSING' },
            convenings: [{ title: 'Autumn convening' }],
          },
        ],
      },
    });
    expect(await network.cost(() => network.ask(query))).toBe(1);
  });
});
