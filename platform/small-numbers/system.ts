import { isSmall, LARGEST_SMALL } from './small.ts';

/** One count of people that is shown, unless it is hidden. */
export type Cell = {
  /** The true count. */
  readonly count: number;
  /** Cells of one name are shown or hidden together, as a numerator and its denominator are. */
  readonly together?: string | undefined;
  /** What readers know from elsewhere: it is never hidden, and not protected either. */
  readonly known?: boolean | undefined;
  /** Not shown whatever it is, not even as zero; protected all the same. */
  readonly unpublished?: boolean | undefined;
};

/**
 * A line that readers know to hold, by the places of its cells: the parts add up to the total. Where
 * there is a `rest`, they do not have to: what is left over are people too, never shown as a cell,
 * and protected like one.
 */
export type Sum = {
  readonly total: number;
  readonly parts: readonly number[];
  readonly rest?: boolean | undefined;
};

/** Stands for no upper bound. */
const UNBOUNDED = 0x3fff_ffff;
const NO_REST = -1;

/** What a reader may take a hidden count to lie between, both included. */
export type Bounds = { readonly low: Int32Array; readonly high: Int32Array };

/** Cells and lines, laid out for a search that walks from one to the other. */
export type System = {
  readonly counts: Int32Array;
  /** Which cells are hidden together: a number for each cell, and what hiding those costs. */
  readonly bundleOf: Int32Array;
  readonly bundleCost: Float64Array;
  /** The lines of each cell, as `2 * line`, and one more where the cell is the line's total. */
  readonly linesOf: readonly (readonly number[])[];
  /** The cells of each line that may change, the cheapest first. */
  readonly membersOf: readonly Int32Array[];
  /**
   * In which order broken lines are mended, the highest first: those first whose cells all stand in
   * many lines, for what mends them decides how the others can be; then those with few cells.
   */
  readonly urgencyOf: Float64Array;
  /** `-1` for a line without a rest. */
  readonly restOf: Int32Array;
  readonly totalOf: Int32Array;
};

/** Whether a line is broken once its total has gained `surplus` over its parts. */
export function isBroken(system: System, line: number, surplus: number): boolean {
  const rest = system.restOf[line] ?? NO_REST;
  return rest === NO_REST ? surplus !== 0 : rest + surplus < 0;
}

function restOf(cells: readonly Cell[], { total, parts, rest }: Sum): number {
  const whole = cells[total]?.count ?? 0;
  const left = whole - parts.reduce((sum, part) => sum + (cells[part]?.count ?? 0), 0);
  if (left === 0 || (rest && left > 0)) return rest ? left : NO_REST;
  throw new RangeError(
    `The parts of cell ${total} add up to ${whole - left}. They have to add up to ${whole}${rest ? ' at most' : ''}.`,
  );
}

function bundle(cells: readonly Cell[]) {
  const numbers = new Map<string, number>();
  const bundleOf = new Int32Array(cells.length);
  const largest: number[] = [];
  for (const [place, { count, together }] of cells.entries()) {
    const known = together === undefined ? undefined : numbers.get(together);
    const number = known ?? largest.length;
    if (together !== undefined) numbers.set(together, number);
    bundleOf[place] = number;
    largest[number] = Math.max(largest[number] ?? 0, count);
  }
  // A number tells more the more people it counts, but ten of them tell more than one.
  return { bundleOf, bundleCost: Float64Array.from(largest, (count) => Math.log2(2 + count)) };
}

export function layOut(cells: readonly Cell[], sums: readonly Sum[]): System {
  const { bundleOf, bundleCost } = bundle(cells);
  const linesOf: number[][] = cells.map(() => []);
  const costOf = (place: number) => bundleCost[bundleOf[place] ?? 0] ?? 0;
  const membersOf = sums.map(({ total, parts }, line) => {
    linesOf[total]?.push(2 * line + 1);
    for (const part of parts) linesOf[part]?.push(2 * line);
    const movable = [total, ...parts].filter((place) => !cells[place]?.known);
    return Int32Array.from(movable.sort((a, b) => costOf(a) - costOf(b)));
  });
  const urgency = (members: Int32Array) =>
    members.reduce((least, cell) => Math.min(least, linesOf[cell]?.length ?? 0), sums.length) -
    members.length / (cells.length + 1);
  return {
    counts: Int32Array.from(cells, ({ count }) => count),
    bundleOf,
    bundleCost,
    linesOf,
    membersOf,
    urgencyOf: Float64Array.from(membersOf, urgency),
    restOf: Int32Array.from(sums, (sum) => restOf(cells, sum)),
    totalOf: Int32Array.from(sums, ({ total }) => total),
  };
}

const ANY_COUNT = [0, UNBOUNDED] as const;
const exactly = (count: number): readonly [number, number] => [count, count];

function boundsBy(
  cells: readonly Cell[],
  bounds: (count: number) => readonly [number, number],
): Bounds {
  const pairs = cells.map(({ count, known, unpublished }) => {
    if (unpublished) return ANY_COUNT;
    return known ? exactly(count) : bounds(count);
  });
  return {
    low: Int32Array.from(pairs, ([low]) => low),
    high: Int32Array.from(pairs, ([, high]) => high),
  };
}

/**
 * What a reader may know of hidden counts, from the one who can tell for each whether it is small
 * to the one who knows no more than that people are not negative.
 */
export const boundsOfReaders = (cells: readonly Cell[]): readonly Bounds[] => [
  boundsBy(cells, (count) => {
    if (count === 0) return exactly(0);
    return isSmall(count) ? [1, LARGEST_SMALL] : [LARGEST_SMALL + 1, UNBOUNDED];
  }),
  boundsBy(cells, (count) => (count === 0 ? exactly(0) : [1, UNBOUNDED])),
  boundsBy(cells, () => ANY_COUNT),
];
