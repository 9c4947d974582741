import { type Bounds, isBroken, type System } from './system.ts';

/** One cell of an unfinished move: one person more or less in it. */
export type Step = {
  readonly cell: number;
  readonly by: 1 | -1;
  readonly before: Step | undefined;
  /** What the move hides so far that was shown. */
  readonly cost: number;
  readonly broken: number;
  /** `line, surplus` pairs: how far the totals have moved from their parts. Filled in where followed. */
  surpluses: readonly number[];
};

export type Search = {
  readonly system: System;
  readonly bounds: Bounds;
  /** Of each bundle, whether it is hidden. */
  readonly hidden: Uint8Array;
  /** How many unfinished moves are followed at once. */
  readonly width: number;
};

/** What a broken line is taken to cost to mend, and a cell more to move, beside what it hides. */
const COST_OF_BROKEN = 1.5;
const COST_OF_STEP = 0.02;

const NONE: readonly number[] = [];

/** What a step may cost once it is finished; the lower, the more promising. */
export const score = (step: Step): number => step.cost + COST_OF_BROKEN * step.broken;

function touches(step: Step | undefined, same: (cell: number) => boolean): boolean {
  for (let at = step; at; at = at.before) if (same(at.cell)) return true;
  return false;
}

function costOf({ system, hidden }: Search, cell: number, before: Step | undefined): number {
  const bundle = system.bundleOf[cell] ?? 0;
  if (hidden[bundle]) return COST_OF_STEP;
  if (touches(before, (other) => system.bundleOf[other] === bundle)) return COST_OF_STEP;
  return (system.bundleCost[bundle] ?? 0) + COST_OF_STEP;
}

export function surplusOf(surpluses: readonly number[], line: number): number {
  for (let at = 0; at < surpluses.length; at += 2)
    if (surpluses[at] === line) return surpluses[at + 1] ?? 0;
  return 0;
}

/** How many more lines are broken once a cell has changed. */
function breaks(system: System, cell: number, by: 1 | -1, before: readonly number[]): number {
  let more = 0;
  for (const coded of system.linesOf[cell] ?? []) {
    const line = coded >> 1;
    const surplus = surplusOf(before, line);
    if (isBroken(system, line, surplus)) more -= 1;
    if (isBroken(system, line, surplus + (coded & 1 ? by : -by))) more += 1;
  }
  return more;
}

/** What makes a step ready to be followed. */
export function withSurpluses(system: System, step: Step): Step {
  const surpluses = step.before ? [...step.before.surpluses] : [];
  for (const coded of system.linesOf[step.cell] ?? []) {
    const line = coded >> 1;
    let at = 0;
    while (at < surpluses.length && surpluses[at] !== line) at += 2;
    surpluses[at] = line;
    surpluses[at + 1] = (surpluses[at + 1] ?? 0) + (coded & 1 ? step.by : -step.by);
  }
  step.surpluses = surpluses;
  return step;
}

/** The move with one cell more; undefined where the reader knows that the cell cannot be so. */
export function extend(search: Search, cell: number, by: 1 | -1, before?: Step): Step | undefined {
  const { system, bounds } = search;
  const count = (system.counts[cell] ?? 0) + by;
  if (count < (bounds.low[cell] ?? 0) || count > (bounds.high[cell] ?? 0)) return undefined;
  if (touches(before, (other) => other === cell)) return undefined;
  const broken = (before?.broken ?? 0) + breaks(system, cell, by, before?.surpluses ?? NONE);
  const cost = (before?.cost ?? 0) + costOf(search, cell, before);
  return { cell, by, before, cost, broken, surpluses: NONE };
}

/** Room in a number for how far a total can move from its parts, up or down. */
const SURPLUS_SPAN = 1024;

/** Steps that leave the same lines the same way behind are alike: names what a step leaves. */
export function leftBy({ surpluses }: Step): string {
  const left: number[] = [];
  for (let at = 0; at < surpluses.length; at += 2) {
    const surplus = surpluses[at + 1] ?? 0;
    if (surplus !== 0) left.push((surpluses[at] ?? 0) * SURPLUS_SPAN + surplus);
  }
  return left.sort((a, b) => a - b).join();
}
