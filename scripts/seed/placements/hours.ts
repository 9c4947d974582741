import { ageOn, type Day, iso } from '../calendar.ts';
import type { Random } from '../random.ts';
import { hoursEntry } from '../tables/placements.ts';
import type { World } from '../world.ts';
import { hasBegun, type Placement } from './placement.ts';

/** An entry of a placement that is over sums up part of a week, under the 24 hours that one may have. */
const MINUTES_AN_ENTRY = 1_320;
/** While it runs, an entry is a day: as long as the law lets somebody of that age work on a school day. */
const MINUTES_A_DAY = { from16: 480, before: 180 };
const LONGER_FROM = 16;
/** Time is told in quarters of an hour. */
const QUARTER = 15;

/** The approved minutes by today, about as planned. */
export function loggedMinutes(placement: Placement, asOf: Day, random: Random): number {
  const { start, end, status, plannedMinutes } = placement;
  if (!hasBegun(status)) return 0;
  const share = status === 'ACTIVE' ? (asOf - start) / (end - start) : 1;
  const kept = status === 'ENDED_EARLY' ? 0.2 + 0.4 * random.float() : 0.93 + 0.12 * random.float();
  return QUARTER * Math.round((plannedMinutes * share * kept) / QUARTER);
}

/** Writes entries that sum to exactly the logged minutes. */
export function createHoursWriter(world: World) {
  const id = world.ids('hours entries');
  return (placement: Placement, logged: number): void => {
    const until = Math.min(placement.end, world.calendar.asOf);
    const quarters = logged / QUARTER;
    const entries = Math.ceil(logged / minutesAnEntry(placement));
    for (let i = 0; i < entries; i++) {
      const before = Math.floor((i * quarters) / entries);
      const after = Math.floor(((i + 1) * quarters) / entries);
      const day = placement.start + Math.floor(((i + 1) * (until - placement.start)) / entries);
      world.write(hoursEntry, {
        id: id(),
        placement_id: placement.id,
        worked_on: iso(day),
        minutes: QUARTER * (after - before),
      });
    }
  };
}

function minutesAnEntry({ status, birth, start }: Placement): number {
  if (status !== 'ACTIVE') return MINUTES_AN_ENTRY;
  return ageOn(birth, start) < LONGER_FROM ? MINUTES_A_DAY.before : MINUTES_A_DAY.from16;
}
