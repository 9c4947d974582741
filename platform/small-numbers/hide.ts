import { findMove, type Move, type Target } from './find-move.ts';
import { isSmall, type SuppressionReason } from './small.ts';
import {
  type Bounds,
  boundsOfReaders,
  type Cell,
  layOut,
  type Sum,
  type System,
} from './system.ts';

/** How many unfinished moves a search follows; more where that finds none. */
const WIDTHS: readonly number[] = [8, 64];
/** The last search, before everything is hidden. */
const LAST_WIDTH = 2048;

type Work = {
  readonly system: System;
  readonly readers: readonly Bounds[];
  readonly hidden: Uint8Array;
  /** Cells, and rests of lines, of which a second value is proved possible. */
  readonly safeCells: Uint8Array;
  readonly safeRests: Uint8Array;
  /** Cells that cannot be said to be small, for that alone would tell their number. */
  readonly unnamed: Set<number>;
};

/** The knowing reader first; a cell that no search can protect from one is protected from the next. */
function findProof({ system, readers, hidden }: Work, target: Target): Move | undefined {
  const last = readers.at(-1);
  const searches = readers.flatMap((bounds) => WIDTHS.map((width) => ({ bounds, width })));
  if (last) searches.push({ bounds: last, width: LAST_WIDTH });
  for (const { bounds, width } of searches) {
    const move = findMove({ system, bounds, hidden, width }, target);
    if (move) return move;
  }
  return undefined;
}

/** All cells that lines connect with a target. */
function connectedWith({ system }: Work, target: Target): ReadonlySet<number> {
  const { linesOf, membersOf } = system;
  const reached = new Set('cell' in target ? [target.cell] : [...(membersOf[target.restOf] ?? [])]);
  const linesAt = (cell: number) => (linesOf[cell] ?? []).map((coded) => coded >> 1);
  // A set goes on to the cells that are added to it meanwhile.
  for (const cell of reached)
    for (const other of linesAt(cell).flatMap((line) => [...(membersOf[line] ?? [])]))
      reached.add(other);
  return reached;
}

/** Where no search finds a proof: hides everything that is connected, and says of none of it why. */
function giveUp(work: Work, target: Target): void {
  for (const cell of connectedWith(work, target)) {
    work.hidden[work.system.bundleOf[cell] ?? 0] = 1;
    work.unnamed.add(cell);
    work.safeCells[cell] = 1;
    for (const coded of work.system.linesOf[cell] ?? []) work.safeRests[coded >> 1] = 1;
  }
}

function outOfClass({ readers, system }: Work, cell: number, by: number): boolean {
  const count = (system.counts[cell] ?? 0) + by;
  const knowing = readers[0];
  return count < (knowing?.low[cell] ?? 0) || count > (knowing?.high[cell] ?? 0);
}

/** The lines whose parts leave over another rest after a move. */
function restsChanged({ system }: Work, move: Move): number[] {
  const surplus = new Map<number, number>();
  for (const [cell, by] of move)
    for (const coded of system.linesOf[cell] ?? [])
      surplus.set(coded >> 1, (surplus.get(coded >> 1) ?? 0) + (coded & 1 ? by : -by));
  return [...surplus].flatMap(([line, by]) => (by === 0 ? [] : [line]));
}

/** Hides what a move touches, and remembers everything of which it is a proof. */
function apply(work: Work, move: Move): void {
  for (const [cell, by] of move) {
    work.hidden[work.system.bundleOf[cell] ?? 0] = 1;
    work.safeCells[cell] = 1;
    if (outOfClass(work, cell, by)) work.unnamed.add(cell);
  }
  for (const line of restsChanged(work, move)) work.safeRests[line] = 1;
}

function protect(work: Work, target: Target, safe: Uint8Array, place: number): void {
  if (safe[place]) return;
  const move = findProof(work, target);
  if (move) apply(work, move);
  else giveUp(work, target);
}

/**
 * Decides which counts of people are not shown: those from 1 to 5, and further ones until none of
 * those can be computed from what is shown and from the lines that are known to hold. For each small
 * count, and each small rest of a line, a second value is proved possible. Null is shown.
 */
export function hide(
  cells: readonly Cell[],
  sums: readonly Sum[],
): readonly (SuppressionReason | null)[] {
  const system = layOut(cells, sums);
  const work: Work = {
    system,
    readers: boundsOfReaders(cells),
    hidden: new Uint8Array(system.bundleCost.length),
    safeCells: new Uint8Array(cells.length),
    safeRests: new Uint8Array(sums.length),
    unnamed: new Set(),
  };
  const small = cells.flatMap(({ count, known }, cell) => (!known && isSmall(count) ? [cell] : []));
  for (const [cell, { count, known, unpublished }] of cells.entries())
    if (unpublished || (!known && isSmall(count))) work.hidden[system.bundleOf[cell] ?? 0] = 1;
  for (const cell of small) protect(work, { cell }, work.safeCells, cell);
  for (const [line, rest] of system.restOf.entries())
    if (isSmall(rest)) protect(work, { restOf: line }, work.safeRests, line);

  const namable = (cell: number) => !cells[cell]?.unpublished && !work.unnamed.has(cell);
  const named = new Set(small.filter(namable).map((cell) => system.bundleOf[cell]));
  return cells.map(({ known }, cell) => {
    const bundle = system.bundleOf[cell] ?? 0;
    if (known || !work.hidden[bundle]) return null;
    return named.has(bundle) ? 'SMALL_CELL' : 'COMPLEMENTARY';
  });
}
