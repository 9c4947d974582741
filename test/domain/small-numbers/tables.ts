import type { Cell, Sum } from '../../../platform/small-numbers/system.ts';

/** A table as `hide` takes it. */
export type Table = { readonly cells: readonly Cell[]; readonly sums: readonly Sum[] };

const add = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
const column = (rows: readonly (readonly number[])[], at: number) =>
  rows.map((row) => row[at] ?? 0);

/** Collects cells and lines, and answers the places of cells. */
export function tableBuilder() {
  const cells: Cell[] = [];
  const sums: Sum[] = [];
  const cell = (count: number, more: Omit<Cell, 'count'> = {}) =>
    cells.push({ count, ...more }) - 1;
  return {
    table: { cells, sums } satisfies Table,
    cell,
    /** A line whose total is shown too. */
    line(counts: readonly number[], more: Omit<Cell, 'count'> = {}): readonly number[] {
      const total = cell(add(counts), more);
      const parts = counts.map((count) => cell(count, more));
      sums.push({ total, parts });
      return [total, ...parts];
    },
    sum: (sum: Sum) => sums.push(sum),
  };
}

/** Counts and their total. */
export function withTotal(counts: readonly number[]): Table {
  const { table, line } = tableBuilder();
  line(counts);
  return table;
}

/** Rows and columns with both their totals. */
export function withMargins(rows: readonly (readonly number[])[]): Table {
  const { table, line, sum } = tableBuilder();
  const width = rows[0]?.length ?? 0;
  const margin = line(Array.from({ length: width }, (_, at) => add(column(rows, at))));
  const lines = rows.map((row) => line(row));
  for (const [at, total] of margin.entries())
    sum({ total, parts: lines.map((places) => places[at] ?? 0) });
  return table;
}

/** Places in places, each by the same groups: a state of boards of schools. */
export function nested(boards: readonly (readonly (readonly number[])[])[]): Table {
  const { table, line, sum } = tableBuilder();
  const under = (whole: readonly number[], parts: readonly (readonly number[])[]) => {
    for (const [at, total] of whole.entries())
      sum({ total, parts: parts.map((places) => places[at] ?? 0) });
  };
  const groups = boards[0]?.[0]?.length ?? 0;
  const addUp = (rows: readonly (readonly number[])[]) =>
    Array.from({ length: groups }, (_, at) => add(column(rows, at)));
  const state = line(addUp(boards.flat()));
  const lines = boards.map((schools) => {
    const board = line(addUp(schools));
    const places = schools.map((school) => line(school));
    under(board, places);
    return board;
  });
  under(state, lines);
  return table;
}

/**
 * How many reached each stage, of how many: told apart by how far each came. What is between two
 * stages, or between all and a stage, is a rest. Rows have a total row.
 */
export function funnels(rows: readonly (readonly number[])[]): Table {
  const { table, cell, sum } = tableBuilder();
  const reached = (row: readonly number[]) => row.map((_, stage) => add(row.slice(stage)));
  const width = rows[0]?.length ?? 0;
  const all = Array.from({ length: width }, (_, at) => add(column(rows, at)));
  const places = [all, ...rows].map((row) => {
    const stages = reached(row).map((count, stage) => cell(count, { known: stage === 0 }));
    for (const [at, total] of stages.entries())
      for (const part of stages.slice(at + 1)) sum({ total, parts: [part], rest: true });
    return stages;
  });
  const [total, ...parts] = places;
  for (const [at, whole] of (total ?? []).entries())
    sum({ total: whole, parts: parts.map((row) => row[at] ?? 0) });
  return table;
}

/** Those who did and those who did not, in groups with a total: a rate shows both or none. */
export function rates(groups: readonly (readonly [number, number])[]): Table {
  const { table, cell, sum } = tableBuilder();
  for (const at of [0, 1] as const) {
    const total = cell(add(groups.map((pair) => pair[at])), { together: 'all' });
    const parts = groups.map((pair, group) => cell(pair[at], { together: `group ${group}` }));
    sum({ total, parts });
  }
  return table;
}
