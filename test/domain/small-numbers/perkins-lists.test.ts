import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSmall } from '../../../platform/small-numbers/small.ts';
import type { CountedGroup } from '../../../subgraphs/placements/reports/perkins/count-graduates.ts';
import {
  type PublishedCell,
  publish,
} from '../../../subgraphs/placements/reports/perkins/publish.ts';
import { determined } from './attackers.ts';

const SCHOOLS = [
  { code: '90350010', name: 'A', board: 'BOSTON' },
  { code: '90350020', name: 'B', board: 'BOSTON' },
  { code: '90360010', name: 'C', board: 'CAPE_AND_ISLANDS' },
  // Of a district that has schools of two boards.
  { code: '90360020', name: 'D', board: 'CENTRAL' },
];
const DIMENSIONS = [
  ['RACE', ['RACE_WHITE', 'RACE_ASIAN', 'RACE_BLACK']],
  ['GENDER', ['GENDER_FEMALE', 'GENDER_MALE']],
  ['ENGLISH_LEARNER', ['IN', 'OUT']],
  ['DISABILITY', ['IN', 'OUT']],
  ['LOW_INCOME', ['IN', 'OUT']],
  ['PATHWAY_TYPE', ['CHAPTER_74', 'NONE']],
  ['PROGRAM', ['51.3801/', '11.0101/']],
] as const;

/** People of one school, each in one value of every dimension. */
const person = fc.record({
  tookPart: fc.boolean(),
  values: fc.tuple(...DIMENSIONS.map(([, values]) => fc.constantFrom<string>(...values))),
});
const state = fc.tuple(
  ...SCHOOLS.map(() => fc.array(person, { minLength: 0, maxLength: 40, size: 'max' })),
);

type Person = { readonly tookPart: boolean; readonly values: readonly string[] };
function count(people: readonly (readonly Person[])[]) {
  const groups: CountedGroup[] = people.flatMap((own, at) => {
    const school = SCHOOLS[at]?.code ?? '';
    const tally = (dimension: CountedGroup['dimension'], value: string, of: readonly Person[]) =>
      of.length === 0
        ? []
        : [
            {
              school,
              dimension,
              value,
              graduated: of.length,
              tookPart: of.filter((one) => one.tookPart).length,
            },
          ];
    const told = DIMENSIONS.flatMap(([dimension, values], place) =>
      values.flatMap((value) =>
        tally(
          dimension,
          value,
          own.filter((one) => one.values[place] === value),
        ),
      ),
    );
    return [...tally('ALL', 'ALL', own), ...told];
  });
  const schools = SCHOOLS.filter((_, at) => people[at]?.length);
  return { alone: true, boardNames: {}, groups, schools };
}

/** More of everybody, so that nothing is hidden: the truth behind the lists. */
const MANY = 100;
const manyOf = (counted: ReturnType<typeof count>) => ({
  ...counted,
  groups: counted.groups.map((group) => ({
    ...group,
    graduated: group.graduated * MANY,
    tookPart: group.tookPart * MANY,
  })),
});

const BOARDS = [...new Set(SCHOOLS.map(({ board }) => board))];
const ADD_UP = ['RACE', 'GENDER', 'LOW_INCOME', 'PATHWAY_TYPE', 'DISTRICT'];
type Half = (cell: PublishedCell) => number | null;
const tookPart: Half = ({ numerator }) => numerator;
const didNot: Half = ({ numerator, denominator }) =>
  numerator === null ? null : (denominator ?? 0) - numerator;

/** The lines that a reader of all lists sees: places of a total, and of the parts in another list. */
function linesOf(lists: readonly PublishedCell[]): { total: number; parts: readonly number[] }[] {
  const find = (place: string, groupBy: string) =>
    lists.flatMap((cell, at) => (cell.place === place && cell.groupBy === groupBy ? [at] : []));
  const kinds = [...new Set(lists.map(({ groupBy }) => groupBy))].filter((kind) => kind !== 'ALL');
  const within = lists.flatMap(({ place, groupBy }, total) =>
    groupBy === 'ALL' ? kinds.map((kind) => ({ total, parts: find(place, kind) })) : [],
  );
  const across = ADD_UP.flatMap((kind) => {
    const parts = BOARDS.map((board) => find(board, kind));
    // A region that is not told by groups leaves a hole.
    if (kind !== 'DISTRICT' && parts.some((part) => part.length === 0)) return [];
    const alike = (total: number) =>
      parts.flat().filter((at) => lists[at]?.label === lists[total]?.label);
    return find('STATE', kind).map((total) => ({ total, parts: alike(total) }));
  });
  return [...within, ...across].filter(({ parts }) => parts.length > 0);
}

it('all lists of 5S3 together let no small number be computed', async () => {
  await fc.assert(
    fc.asyncProperty(state, async (people) => {
      const counted = count(people);
      const lists = await publish(counted);
      const real = await publish(manyOf(counted));
      const truth = new Map(
        real.map((cell) => [`${cell.place} ${cell.groupBy} ${cell.label}`, cell]),
      );
      for (const half of [tookPart, didNot]) {
        expect(lists.flatMap((cell) => half(cell) ?? []).filter(isSmall)).toEqual([]);
        const shown = lists.map((cell) => (half(cell) === null ? cell.suppressed : null));
        const cells = lists.map((cell) => ({ count: half(cell) ?? 0 }));
        const leaked = determined({ cells, sums: linesOf(lists) }, shown).flatMap((at) => {
          const cell = lists[at];
          const known = cell && truth.get(`${cell.place} ${cell.groupBy} ${cell.label}`);
          return known && isSmall((half(known) ?? 0) / MANY) ? [cell] : [];
        });
        expect(leaked).toEqual([]);
      }
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
