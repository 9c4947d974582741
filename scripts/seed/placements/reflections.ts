import { iso } from '../calendar.ts';
import type { Random } from '../random.ts';
import { reflection } from '../tables/placements.ts';
import type { World } from '../world.ts';
import { hasBegun, type Placement } from './placement.ts';

const PROMPTS: readonly (readonly [string, string])[] = [
  ['What surprised you?', 'How much people ask each other. I thought I had to know everything.'],
  ['What are you proud of?', 'I finished a task from start to end without help.'],
  ['What will you do next?', 'I want to take the course that leads to this job.'],
  ['What was hard?', 'Calling people I do not know. It got easier each week.'],
];
const COUNTS: readonly (readonly [number, number])[] = [
  [0, 50],
  [1, 35],
  [2, 15],
];

/** The student's own words; some are shared, most are not. */
export function createReflectionWriter(world: World) {
  const id = world.ids('reflections');
  return (placement: Placement, random: Random): void => {
    if (!hasBegun(placement.status)) return;
    const until = Math.min(placement.end, world.calendar.asOf);
    const count = placement.wants?.reflections ?? random.weighted(COUNTS);
    for (const [i, [prompt, text]] of random.sample(PROMPTS, count).entries()) {
      world.write(reflection, {
        id: id(),
        placement_id: placement.id,
        date: iso(placement.start + Math.floor(((i + 1) * (until - placement.start)) / count)),
        prompt,
        text,
        share_publicly: random.chance(0.25),
      });
    }
  };
}
