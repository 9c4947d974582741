import { timestamp } from '../calendar.ts';
import type { Random } from '../random.ts';
import { placementApproval } from '../tables/placements.ts';
import type { World } from '../world.ts';
import type { Step } from './history.ts';
import type { Placement } from './placement.ts';

type Side = 'SCHOOL' | 'SITE' | 'STUDENT';

/** How likely a side has agreed already to a placement that is only matched. */
const EARLY = 0.4;

/** Who agreed to what still matters: a placement that is over, or came to nothing, needs nobody's consent. */
export function createApprovalWriter(world: World) {
  return (placement: Placement, history: readonly Step[], random: Random): void => {
    const agreed = history.find(({ to }) => to === 'APPROVED');
    const matched = history.find(({ to }) => to === 'MATCHED');
    const day = agreed?.day ?? matched?.day;
    if (day === undefined) return;
    for (const [i, side] of sidesOf(placement, random).entries())
      world.write(placementApproval, {
        placement_id: placement.id,
        side,
        by: {
          SCHOOL: placement.school.coordinator,
          SITE: placement.site?.supervisor ?? '',
          STUDENT: placement.student,
        }[side],
        at: timestamp(day, 10 * i),
      });
  };
}

function sidesOf({ status, site, wants }: Placement, random: Random): readonly Side[] {
  if (status !== 'MATCHED' && status !== 'APPROVED' && status !== 'ACTIVE') return [];
  const asked: readonly Side[] = site ? ['SCHOOL', 'SITE', 'STUDENT'] : ['SCHOOL', 'STUDENT'];
  const sides = wants?.byConsent ? asked.filter((side) => side !== 'STUDENT') : asked;
  if (status !== 'MATCHED') return sides;
  // Somebody is still asked, or it would be approved.
  return sides.slice(1).filter(() => random.chance(EARLY));
}
