import type { SuppressionReason } from '../../../platform/small-numbers/small.ts';
import type { Table } from './tables.ts';

export type Shown = readonly (SuppressionReason | null)[];

/** How far from the truth the enumeration looks: values found there are enough to be unsure. */
const REACH = 2;
const FAR = 1_000_000;

/** What an attacker takes a hidden count to be: `[low, high]`. */
export type Knowledge = (cell: number) => readonly [number, number];

/** Knows what the reasons say: a small cell of its own is from 1 to 5, and no count is negative. */
export const readsReasons =
  ({ cells }: Table, shown: Shown): Knowledge =>
  (cell) =>
    shown[cell] === 'SMALL_CELL' && cells[cell]?.together === undefined ? [1, 5] : [0, FAR];

/** Knows of every hidden count whether it is small. */
export const knowsWhatIsSmall =
  ({ cells }: Table): Knowledge =>
  (cell) => {
    const count = cells[cell]?.count ?? 0;
    if (count === 0) return [0, 0];
    return count <= 5 ? [1, 5] : [6, FAR];
  };

type Line = { readonly total: number; readonly parts: readonly number[]; readonly rest: boolean };

function violated({ total, parts, rest }: Line, counts: readonly (number | undefined)[]): boolean {
  let left = counts[total];
  if (left === undefined) return false;
  for (const part of parts) {
    const count = counts[part];
    if (count === undefined) return false;
    left -= count;
  }
  return rest ? left < 0 : left !== 0;
}

function possible(truth: number, [low, high]: readonly [number, number]): number[] {
  const near = Array.from({ length: 2 * REACH + 1 }, (_, at) => truth - REACH + at);
  return near.filter((count) => count >= low && count <= high);
}

/**
 * Tries every table near the true one that agrees with what is shown and with what the attacker
 * knows, and answers which values each thing asked for takes in them.
 */
export function enumerate(
  { cells, sums }: Table,
  shown: Shown,
  knowledge: Knowledge,
  asked: readonly ((counts: readonly number[]) => number)[],
): readonly ReadonlySet<number>[] {
  const counts: (number | undefined)[] = cells.map(({ count }, cell) =>
    shown[cell] === null ? count : undefined,
  );
  const hidden = cells.flatMap((_, cell) => (shown[cell] === null ? [] : [cell]));
  const lines: Line[] = sums.map((sum) => ({ ...sum, rest: sum.rest ?? false }));
  const linesOf = cells.map((_, cell) =>
    lines.filter(({ total, parts }) => total === cell || parts.includes(cell)),
  );
  const values = asked.map(() => new Set<number>());

  const note = () => {
    for (const [at, ask] of asked.entries()) values[at]?.add(ask(counts as number[]));
    return values.every((found) => found.size > 1);
  };
  /** Whether everything asked for has two values already. */
  const visit = (at: number): boolean => {
    const cell = hidden[at];
    if (cell === undefined) return note();
    for (const count of possible(cells[cell]?.count ?? 0, knowledge(cell))) {
      counts[cell] = count;
      if (!linesOf[cell]?.some((line) => violated(line, counts)) && visit(at + 1)) return true;
    }
    counts[cell] = undefined;
    return false;
  };
  visit(0);
  return values;
}

/** A prime whose square is exact in a double. */
const PRIME = 94_906_249;
const modulo = (value: number) => ((value % PRIME) + PRIME) % PRIME;

function inverse(value: number): number {
  let [a, b, x, y] = [modulo(value), PRIME, 1, 0];
  while (b !== 0) {
    const times = Math.floor(a / b);
    [a, b] = [b, a - times * b];
    [x, y] = [y, x - times * y];
  }
  return modulo(x);
}

function subtract(row: Float64Array, pivot: Float64Array, times: number): void {
  if (times === 0) return;
  for (let at = 0; at < row.length; at++)
    row[at] = modulo((row[at] ?? 0) - times * (pivot[at] ?? 0));
}

/** The hidden cells that Gaussian elimination over the lines determines. */
export function determined({ cells, sums }: Table, shown: Shown): readonly number[] {
  const hidden = cells.flatMap((_, cell) => (shown[cell] === null ? [] : [cell]));
  const unknown = new Map(hidden.map((cell, at) => [cell, at]));
  const rows = sums
    .filter(({ rest }) => !rest)
    .map(({ total, parts }) => {
      const row = new Float64Array(hidden.length);
      const put = (cell: number, factor: number) => {
        const at = unknown.get(cell);
        if (at !== undefined) row[at] = modulo((row[at] ?? 0) + factor);
      };
      put(total, 1);
      for (const part of parts) put(part, -1);
      return row;
    });
  const reduced: Float64Array[] = [];
  for (const [at] of hidden.entries()) {
    const found = rows.findIndex((row) => row[at] !== 0);
    const [pivot] = found < 0 ? [] : rows.splice(found, 1);
    if (!pivot) continue;
    const factor = inverse(pivot[at] ?? 1);
    for (let place = 0; place < pivot.length; place++)
      pivot[place] = modulo((pivot[place] ?? 0) * factor);
    for (const row of [...rows, ...reduced]) subtract(row, pivot, row[at] ?? 0);
    reduced.push(pivot);
  }
  return reduced.flatMap((row) => {
    const unknowns = hidden.filter((_, at) => row[at] !== 0);
    return unknowns.length === 1 ? unknowns : [];
  });
}
