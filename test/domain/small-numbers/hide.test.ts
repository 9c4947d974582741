import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hide } from '../../../platform/small-numbers/hide.ts';
import { isSmall } from '../../../platform/small-numbers/small.ts';
import { determined, enumerate, knowsWhatIsSmall, readsReasons, type Shown } from './attackers.ts';
import { funnels, nested, rates, type Table, withMargins, withTotal } from './tables.ts';

const hideIn = ({ cells, sums }: Table) => hide(cells, sums);
/** Counts as they are in small places: mostly small, some zero. */
const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 4, arbitrary: fc.integer({ min: 6, max: 12 }) },
);
const row = (length: number) => fc.array(count, { minLength: length, maxLength: length });
const rows = (most: number, length: number) =>
  fc.array(row(length), { minLength: 1, maxLength: most });

const TABLES: readonly (readonly [string, fc.Arbitrary<Table>])[] = [
  ['counts with a total', fc.array(count, { minLength: 1, maxLength: 6 }).map(withTotal)],
  ['rows and columns with margins', rows(3, 3).map(withMargins)],
  [
    'schools in boards in the state',
    fc.array(rows(2, 2), { minLength: 1, maxLength: 2 }).map(nested),
  ],
  ['funnels with a total', rows(2, 3).map(funnels)],
  ['rates of groups', fc.array(fc.tuple(count, count), { minLength: 1, maxLength: 4 }).map(rates)],
];

/** What nobody may compute: small cells, and small rests. */
function secretsOf({ cells, sums }: Table) {
  const of = (counts: readonly number[], at: number) => counts[at] ?? 0;
  const ofCells = cells.flatMap(({ count: truth, known }, at) =>
    isSmall(truth) && !known ? [(counts: readonly number[]) => of(counts, at)] : [],
  );
  const truths = cells.map((cell) => cell.count);
  const ofRests = sums
    .filter(({ rest }) => rest)
    .map(
      ({ total, parts }) =>
        (counts: readonly number[]) =>
          parts.reduce((left, part) => left - of(counts, part), of(counts, total)),
    )
    .filter((rest) => isSmall(rest(truths)));
  return [...ofCells, ...ofRests];
}

/** Cells that hide more than they need to: the fallback where what is small would tell the number. */
const speaksLess = ({ cells }: Table, shown: Shown) =>
  cells.some(
    ({ count: truth }, at) =>
      shown[at] === 'COMPLEMENTARY' && truth <= 5 && cells[at]?.together === undefined,
  );

describe.each(TABLES)('in %s', (_name, tables) => {
  it('every small count keeps two possible values for one who reads the reasons', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = hideIn(table);
        const found = enumerate(table, shown, readsReasons(table, shown), secretsOf(table));
        expect(found.filter((values) => values.size < 2)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('every small count keeps two possible values for one who knows which counts are small', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = hideIn(table);
        fc.pre(!speaksLess(table, shown));
        const found = enumerate(table, shown, knowsWhatIsSmall(table), secretsOf(table));
        expect(found.filter((values) => values.size < 2)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('no small count is shown, and linear algebra determines none', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const shown = hideIn(table);
        const small = table.cells.flatMap((cell, at) =>
          isSmall(cell.count) && !cell.known ? [at] : [],
        );
        expect(small.filter((at) => shown[at] === null)).toEqual([]);
        const computed = new Set(determined(table, shown));
        expect(small.filter((at) => computed.has(at))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('nothing is hidden where nothing is small', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const multiply = (cell: Table['cells'][number]) => ({ ...cell, count: cell.count * 6 });
        const large = { ...table, cells: table.cells.map(multiply) };
        expect(new Set(hideIn(large))).toEqual(new Set([null]));
      }),
    );
  });
});
