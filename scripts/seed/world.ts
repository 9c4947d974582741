import type { Calendar } from './calendar.ts';
import { orderedUuids } from './ids.ts';
import { Random } from './random.ts';
import { type Scale, scaleFor } from './scale.ts';
import type { Write } from './table.ts';

/** How many school years of placements, events and agreements the demo tells, the current one included. */
export const YEARS_BACK = 8;

/** What every generator of the demo is given. */
export type World = {
  readonly seed: number;
  readonly calendar: Calendar;
  readonly scale: Scale;
  readonly write: Write;
  random(label: string, index?: number): Random;
  /** Ids that stand in the order they were made in. */
  ids(label: string): () => string;
};

export function createWorld(
  { seed, students, calendar }: { seed: number; students: number; calendar: Calendar },
  write: Write,
): World {
  return {
    seed,
    calendar,
    scale: scaleFor(students),
    write,
    random: (label, index) => new Random(seed, label, index),
    ids: (label) => orderedUuids(new Random(seed, `ids of ${label}`)),
  };
}

/** The fiscal years the demo tells, oldest first. */
export const toldYears = ({ calendar }: World): number[] =>
  Array.from({ length: YEARS_BACK }, (_, i) => calendar.fiscalYear - YEARS_BACK + 1 + i);
