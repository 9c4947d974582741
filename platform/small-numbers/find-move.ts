import { extend, leftBy, type Search, type Step, score, surplusOf, withSurpluses } from './step.ts';
import { isBroken, type System } from './system.ts';

/** What has to change: a cell, or what the parts of a line leave over. */
export type Target = { readonly cell: number } | { readonly restOf: number };

/** The cells of a move and what each gains. */
export type Move = ReadonlyMap<number, 1 | -1>;

/** Longer moves are not looked for. */
const MAX_CELLS = 64;
/**
 * Ways tried to mend one line: over cells that are hidden already, and over the cheapest shown ones;
 * more in a search that is wider than that.
 */
const MAX_HIDDEN_WAYS = 24;
const MAX_SHOWN_WAYS = 10;
const WIDE = 16;

/** The broken line to mend first, and by how much its total is too high. */
function lineToMend(system: System, { surpluses }: Step): readonly [number, number] {
  let chosen: readonly [number, number] = [0, 0];
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < surpluses.length; at += 2) {
    const line = surpluses[at] ?? 0;
    const surplus = surpluses[at + 1] ?? 0;
    const urgency = system.urgencyOf[line] ?? 0;
    if (urgency <= most || !isBroken(system, line, surplus)) continue;
    most = urgency;
    chosen = [line, surplus];
  }
  return chosen;
}

function waysOn(search: Search, step: Step): Step[] {
  const { system, hidden } = search;
  const [line, surplus] = lineToMend(system, step);
  const total = system.totalOf[line];
  const ways: Step[] = [];
  const more = Math.floor(search.width / WIDE);
  const left = [Math.max(MAX_SHOWN_WAYS, more), Math.max(MAX_HIDDEN_WAYS, more)];
  for (const cell of system.membersOf[line] ?? []) {
    const kind = hidden[system.bundleOf[cell] ?? 0] ?? 0;
    if (left[kind] === 0) continue;
    const way = extend(search, cell, surplus > 0 === (cell === total) ? -1 : 1, step);
    if (!way) continue;
    ways.push(way);
    left[kind] = (left[kind] ?? 0) - 1;
  }
  return ways;
}

function starts(search: Search, target: Target): Step[] {
  const cells =
    'cell' in target ? [target.cell] : [...(search.system.membersOf[target.restOf] ?? [])];
  return cells.flatMap((cell) =>
    ([1, -1] as const).flatMap((by) => extend(search, cell, by) ?? []),
  );
}

/** The most promising steps; of those that are alike, only the first ever seen. */
function follow(search: Search, steps: Step[], seen: Set<string>): Step[] {
  const front: Step[] = [];
  for (const step of steps.sort((a, b) => score(a) - score(b))) {
    if (front.length === search.width) break;
    const left = leftBy(withSurpluses(search.system, step));
    if (left !== '' && seen.has(left)) continue;
    seen.add(left);
    front.push(step);
  }
  return front;
}

function finishes(target: Target, { broken, surpluses }: Step): boolean {
  return broken === 0 && ('cell' in target || surplusOf(surpluses, target.restOf) !== 0);
}

const cheapest = (steps: readonly Step[]): Step | undefined =>
  steps.reduce<Step | undefined>(
    (best, step) => (best && best.cost <= step.cost ? best : step),
    undefined,
  );

function asMove(last: Step): Move {
  const move = new Map<number, 1 | -1>();
  for (let at: Step | undefined = last; at; at = at.before) move.set(at.cell, at.by);
  return move;
}

/**
 * A change of hidden counts by one person each that breaks no line, leaves every count where a
 * reader may take it to lie, and changes the target. It proves that the target cannot be computed:
 * the true counts and the changed ones look alike. The cheapest that a search of this width meets.
 */
export function findMove(search: Search, target: Target): Move | undefined {
  let best: Step | undefined;
  const seen = new Set<string>();
  let front = follow(search, starts(search, target), seen);
  for (let cells = 0; cells < MAX_CELLS && front.length > 0; cells++) {
    const finished = front.filter((step) => finishes(target, step));
    best = cheapest(best ? [best, ...finished] : finished);
    const limit = best?.cost ?? Number.POSITIVE_INFINITY;
    const open = front.filter(({ broken, cost }) => broken > 0 && cost < limit);
    front = follow(
      search,
      open.flatMap((step) => waysOn(search, step)),
      seen,
    );
  }
  return best && asMove(best);
}
