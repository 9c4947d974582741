import type { Day } from '../calendar.ts';
import { timestamp } from '../calendar.ts';
import { at, type Random } from '../random.ts';
import { placementEvent } from '../tables/placements.ts';
import type { World } from '../world.ts';
import type { Placement, PlacementStatus } from './placement.ts';

export type Step = { readonly to: PlacementStatus; readonly day: Day };

const WAY = ['PROPOSED', 'MATCHED', 'APPROVED', 'ACTIVE', 'COMPLETED'] as const;
const NOTES: Partial<Readonly<Record<PlacementStatus, string>>> = {
  ENDED_EARLY: 'The student moved on to another opportunity.',
  WITHDRAWN: 'The student changed plans before the start.',
  DECLINED: 'The site chose another candidate.',
};

/** How a placement came to its status: every move is one that the rules allow, none lies ahead of today. */
export function historyOf(placement: Placement, asOf: Day, random: Random): Step[] {
  const { start, end, status } = placement;
  const days = [
    start - random.int(25, 45),
    start - random.int(12, 24),
    start - random.int(3, 9),
    start,
    end,
  ];
  return statusesUpTo(status, random).map((to, i) => ({ to, day: Math.min(at(days, i), asOf) }));
}

function statusesUpTo(status: PlacementStatus, random: Random): PlacementStatus[] {
  switch (status) {
    case 'WITHDRAWN':
      return [...WAY.slice(0, random.int(1, 3)), status];
    case 'DECLINED':
      return [...WAY.slice(0, random.int(1, 2)), status];
    case 'ENDED_EARLY':
      return [...WAY.slice(0, 4), status];
    default:
      return WAY.slice(0, WAY.indexOf(status) + 1);
  }
}

export function createHistoryWriter(world: World) {
  const id = world.ids('placement events');
  return (placement: Placement, history: readonly Step[]): void => {
    for (const [i, { to, day }] of history.entries()) {
      world.write(placementEvent, {
        id: id(),
        placement_id: placement.id,
        from_status: history[i - 1]?.to ?? null,
        to_status: to,
        at: timestamp(day, 50 * i),
        by: placement.school.coordinator,
        note: NOTES[to] ?? null,
      });
    }
  };
}
