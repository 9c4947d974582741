import { type Day, iso } from '../calendar.ts';
import type { Random } from '../random.ts';
import { hoursEntry } from '../tables/placements.ts';
import type { World } from '../world.ts';
import { hasBegun, type Placement } from './placement.ts';

/** An entry sums up part of a week, and stays under the 24 hours that one entry may have. */
const MINUTES_AN_ENTRY = 1_320;
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
    const entries = Math.ceil(logged / MINUTES_AN_ENTRY);
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
