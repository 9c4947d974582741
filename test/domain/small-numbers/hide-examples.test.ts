import { describe, expect, it } from 'vitest';
import { hide } from '../../../platform/small-numbers/hide.ts';
import { isSmall } from '../../../platform/small-numbers/small.ts';
import { determined, enumerate, readsReasons } from './attackers.ts';
import { funnels, nested, rates, tableBuilder, withMargins, withTotal } from './tables.ts';

const S = 'SMALL_CELL';
const C = 'COMPLEMENTARY';

describe('a count', () => {
  it.each([
    { count: 0, small: false },
    { count: 1, small: true },
    { count: 5, small: true },
    { count: 6, small: false },
  ])('of $count is small: $small', ({ count, small }) => {
    expect(isSmall(count)).toBe(small);
  });
});

describe('counts under a total', () => {
  it.each([
    { of: 'nothing small', counts: [6, 0, 9], shown: [null, null, null, null] },
    {
      of: 'one small: the cheapest other goes too',
      counts: [3, 20, 60],
      shown: [null, S, C, null],
    },
    { of: 'zero, which is shown', counts: [0, 3, 20], shown: [null, null, S, C] },
    { of: 'two small that can trade', counts: [2, 4, 60], shown: [null, S, S, null] },
    { of: 'two of 1 each, known to be 2', counts: [1, 1, 60], shown: [null, S, S, C] },
    { of: 'two of 5 each, known to be 10', counts: [5, 5, 60], shown: [null, S, S, C] },
    { of: 'nobody else: the total goes too', counts: [4, 0, 0], shown: [S, S, null, null] },
    { of: '1 and 6: whoever knew one would know both', counts: [1, 6], shown: [C, S, null] },
  ])('of $of', ({ counts, shown }) => {
    const { cells, sums } = withTotal(counts);
    expect(hide(cells, sums)).toEqual(shown);
  });
});

it('hides a numerator and its denominator together, for either reason', () => {
  // 3 of 40, 30 of 32, and all: 33 of 72.
  const { cells, sums } = rates([
    [3, 37],
    [30, 2],
    [20, 20],
  ]);
  const shown = hide(cells, sums);
  expect(shown.slice(0, 4)).toEqual([null, S, S, null]);
  expect(shown.slice(4)).toEqual(shown.slice(0, 4));
});

it('hides one of two stages that 4 people stand between', () => {
  const { cells, sums } = funnels([[10, 4, 30]]);
  const [, secondStage, third] = hide(cells, sums);
  expect([secondStage, third].filter((reason) => reason !== null)).not.toEqual([]);
});

it('never hides what readers know from elsewhere, and shows nothing that is not published', () => {
  const { table, cell, sum } = tableBuilder();
  const total = cell(3, { known: true });
  const parts = [cell(3, { unpublished: true }), cell(0, { unpublished: true })];
  sum({ total, parts });
  expect(hide(table.cells, table.sums)).toEqual([null, C, C]);
});

it('says no reason from which the number would follow', () => {
  // Two small ones are 10 at most; 6 and four small ones are 10 at least: so all would be known.
  const { table, cell, sum } = tableBuilder();
  const total = cell(10);
  const line = (counts: readonly number[]) => counts.map((count) => cell(count));
  sum({ total, parts: line([5, 5]) });
  sum({ total, parts: line([6, 1, 1, 1, 1]) });
  const shown = hide(table.cells, table.sums);
  expect(shown.slice(1, 3)).toContain(C);
  const fives = [1, 2].map((at) => (counts: readonly number[]) => counts[at] ?? 0);
  const values = enumerate(table, shown, readsReasons(table, shown), fives);
  expect(values.map(({ size }) => size)).toEqual([2, 2]);
});

it('refuses lines that do not add up', () => {
  const cells = [{ count: 8 }, { count: 3 }, { count: 4 }];
  expect(() => hide(cells, [{ total: 0, parts: [1, 2] }])).toThrow(
    'The parts of cell 0 add up to 7. They have to add up to 8.',
  );
  const most = { total: 1, parts: [2], rest: true };
  expect(() => hide(cells, [most])).toThrow('They have to add up to 3 at most.');
});

describe('a state of 6 boards, 48 schools and 6 groups', () => {
  const size = (board: number, school: number, group: number) =>
    ((board * 7 + school * 13 + group * 29) % 31) * (group < 2 ? 3 : group < 4 ? 1 : 0.25);
  const range = (length: number) => Array.from({ length }, (_, at) => at);
  const table = nested(
    range(6).map((board) =>
      range(8).map((school) => range(6).map((group) => Math.floor(size(board, school, group)))),
    ),
  );
  const shown = hide(table.cells, table.sums);
  const small = table.cells.flatMap(({ count }, at) => (isSmall(count) ? [at] : []));

  it('keeps its small counts from one who solves the equations', () => {
    const computed = new Set(determined(table, shown));
    expect(small.filter((at) => computed.has(at) || shown[at] === null)).toEqual([]);
  });

  it('hides fewer than one further count for every two small ones, and no zero', () => {
    const further = shown.filter((reason) => reason === 'COMPLEMENTARY').length;
    expect(small.length).toBeGreaterThan(70);
    expect(further / small.length).toBeLessThan(0.5);
    expect(table.cells.filter(({ count }, at) => count === 0 && shown[at])).toEqual([]);
  });
});

describe('the attackers of these tests', () => {
  const first = [(counts: readonly number[]) => counts[1] ?? 0];

  it('subtract the one hidden count from its total', () => {
    const table = withTotal([3, 20]);
    const shown = [null, S, null] as const;
    expect(enumerate(table, shown, readsReasons(table, shown), first)).toEqual([new Set([3])]);
    expect(determined(table, shown)).toEqual([1]);
  });

  it('know that two small counts of 2 together are both 1, which no equation says', () => {
    const table = withTotal([1, 1, 60]);
    const shown = [null, S, S, null] as const;
    expect(enumerate(table, shown, readsReasons(table, shown), first)).toEqual([new Set([1])]);
    expect(determined(table, shown)).toEqual([]);
  });

  it('solve four hidden counts whose rows and columns are shown, but one', () => {
    const table = withMargins([
      [3, 9, 20],
      [9, 30, 20],
    ]);
    const corner = table.cells.map((_, at) => (at === 5 || at === 9 ? S : null));
    expect(determined(table, corner)).toEqual([5, 9]);
  });
});
