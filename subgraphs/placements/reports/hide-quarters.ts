import { hide } from '../../../platform/small-numbers/hide.ts';
import { isSmall } from '../../../platform/small-numbers/small.ts';
import type { Sum } from '../../../platform/small-numbers/system.ts';
import { COUNTED, type Counted } from './brokered-year.ts';

/** Counts of people of one place by quarter, cumulatively: `counts[what][quarter - 1]`. */
export type PlaceCounts = Readonly<Record<Counted, readonly number[]>>;
/** Whether a count may be shown, at the same place. */
export type PlaceShown = Readonly<Record<Counted, readonly boolean[]>>;

/** These are counted among all who had a work experience: who is not among them are people, too. */
const PARTS_OF_ALL: readonly Counted[] = [
  'planningGoals',
  'raisingGraduationRates',
  'workshopOrClass',
  'workBasedLearningPlans',
];
const ALL = COUNTED.indexOf('allWorkExperiences');

type Position = { readonly place: number; readonly what: number; readonly quarter: number };

const firstOf = (length: number) => Array.from({ length }, (_, index) => index);

/** Every count, the state's first, in the order of its index. */
const positions = (places: number, quarters: number): readonly Position[] =>
  firstOf(places).flatMap((place) =>
    firstOf(COUNTED.length).flatMap((what) =>
      firstOf(quarters).map((quarter) => ({ place, what, quarter })),
    ),
  );

const indexing = (quarters: number) => (position: Position) =>
  (position.place * COUNTED.length + position.what) * quarters + position.quarter;

/** What readers know to hold of one count. */
function linesOf(here: Position, places: number, quarters: number): readonly Sum[] {
  const indexOf = indexing(quarters);
  const parts = [indexOf(here)];
  const before: Sum[] =
    here.quarter > 0
      ? [
          {
            total: parts[0] ?? 0,
            parts: [indexOf({ ...here, quarter: here.quarter - 1 })],
            rest: true,
          },
        ]
      : [];
  const ofAll: Sum[] = PARTS_OF_ALL.some((name) => name === COUNTED[here.what])
    ? [{ total: indexOf({ ...here, what: ALL }), parts, rest: true }]
    : [];
  const boards = firstOf(places).slice(1);
  const ofState: Sum[] =
    here.place === 0
      ? [{ total: parts[0] ?? 0, parts: boards.map((place) => indexOf({ ...here, place })) }]
      : [];
  return [...before, ...ofAll, ...ofState];
}

/** The count by which the state is known: rather than it, others are hidden. */
const isHeadline = ({ place, what }: Position) => place === 0 && what === ALL;

/** Whether a count is small, or tells with its neighbors that few came between two quarters. */
function tellsFew(here: Position, countAt: (position: Position) => number): boolean {
  const count = countAt(here);
  const quarters = [here.quarter - 1, here.quarter + 1].filter((quarter) => quarter >= 0);
  const steps = quarters.map((quarter) => Math.abs(countAt({ ...here, quarter }) - count));
  return [count, ...steps].some(isSmall);
}

/**
 * Decides what is shown of the whole state and its boards together: the boards add up to the state, a
 * quarter's count contains the one before it, and the count of all contains those of its parts.
 * The state comes first; so it does in the answer.
 */
function decide(places: readonly PlaceCounts[], quarters: number): readonly PlaceShown[] {
  const all = positions(places.length, quarters);
  const countAt = ({ place, what, quarter }: Position) =>
    places[place]?.[COUNTED[what] ?? 'allWorkExperiences'][quarter] ?? 0;
  const cells = all.map((position) => ({
    count: countAt(position),
    known: isHeadline(position) && !tellsFew(position, countAt),
  }));
  const hidden = hide(
    cells,
    all.flatMap((position) => linesOf(position, places.length, quarters)),
  );
  const indexOf = indexing(quarters);
  return places.map((_, place) => {
    const entries = COUNTED.map((name, what) => [
      name,
      firstOf(quarters).map((quarter) => hidden[indexOf({ place, what, quarter })] === null),
    ]);
    return Object.fromEntries(entries) as Record<Counted, boolean[]>;
  });
}

/** How many tables are remembered: more than the years that anyone asks of at once. */
const REMEMBERED = 32;
const known = new Map<string, readonly PlaceShown[]>();

/** As {@link decide}; of the same counts it is decided once, for it takes a tenth of a second. */
export function hideQuarters(
  places: readonly PlaceCounts[],
  quarters: number,
): readonly PlaceShown[] {
  const key = JSON.stringify([quarters, places]);
  const shown = known.get(key) ?? decide(places, quarters);
  known.delete(key);
  known.set(key, shown);
  const [oldest] = known.keys();
  if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
  return shown;
}
