import type { Day } from '../calendar.ts';
import type { Random } from '../random.ts';
import type { PlacementStatus } from './placement.ts';

const PAST = [
  ['COMPLETED', 84],
  ['ENDED_EARLY', 6],
  ['WITHDRAWN', 5],
  ['DECLINED', 5],
] as const;
const RUNNING = [
  ['ACTIVE', 92],
  ['ENDED_EARLY', 4],
  ['WITHDRAWN', 4],
] as const;
const AHEAD = [
  ['PROPOSED', 35],
  ['MATCHED', 25],
  ['APPROVED', 28],
  ['WITHDRAWN', 6],
  ['DECLINED', 6],
] as const;

type Span = { readonly start: Day; readonly end: Day };

/** What has become, by today, of a placement with these dates. */
export function statusOn({ start, end }: Span, asOf: Day, random: Random): PlacementStatus {
  if (start > asOf) return random.weighted<PlacementStatus>(AHEAD);
  return random.weighted<PlacementStatus>(end < asOf ? PAST : RUNNING);
}

/** The same, where nothing went wrong. */
export function smoothStatusOn({ start, end }: Span, asOf: Day): PlacementStatus {
  if (start > asOf) return 'MATCHED';
  return end < asOf ? 'COMPLETED' : 'ACTIVE';
}
