import { isSmall } from '../../../platform/small-numbers/small.ts';
import type { StudentGroup } from '../../../platform/vocabulary.ts';
import { ALL_GRADES, type Cohort, type GroupOfPlace } from './cohort-places.ts';
import type { Reached } from './count-cohort.ts';
import { createStageSheet, STAGES } from './stage-sheet.ts';
import type { IsHidden } from './suppress-funnels.ts';

const outsideOf = (place: string) => `not ${place}`;
/** How many a group has is known from elsewhere, where that is not small itself. */
const sizeOf = ({ students }: Reached) => (isSmall(students) ? undefined : students);

/** Whether the rates of one group are hidden, by place and stage. */
function suppressGroup(
  places: readonly GroupOfPlace[],
  isTotalHidden: (place: string, stage: number) => boolean,
) {
  const sheet = createStageSheet();
  const [state, ...boards] = places;
  for (const { place, inside, outside } of places) {
    const unpublished = (stage: number) => isTotalHidden(place, stage);
    // A rate is compared: both counts are shown, or none.
    const row = { together: place, unpublished };
    sheet.put(place, { ...row, reached: inside.reached, of: sizeOf(inside) });
    sheet.put(outsideOf(place), { ...row, reached: outside.reached, of: sizeOf(outside) });
    for (const stage of STAGES) {
      const total = (inside.reached[stage] ?? 0) + (outside.reached[stage] ?? 0);
      if (!isTotalHidden(place, stage)) sheet.addsUpTo(total, [place, outsideOf(place)], stage);
    }
  }
  if (state) {
    const parts = boards.map(({ place }) => place);
    sheet.addsUp(state.place, parts);
    sheet.addsUp(outsideOf(state.place), parts.map(outsideOf));
  }
  return sheet.suppress();
}

type IsGapHidden = (place: string, group: StudentGroup, stage: number) => boolean;

/**
 * Decides which gaps are shown, after the funnels: at a place and stage whose total is hidden none
 * is, and a total that is shown is taken as known. So the groups do not depend on each other.
 */
export async function suppressGaps({ groups }: Cohort, isHidden: IsHidden): Promise<IsGapHidden> {
  const isTotalHidden = (place: string, stage: number) => isHidden(place, ALL_GRADES, stage);
  const ofGroup = new Map<StudentGroup, Awaited<ReturnType<typeof suppressGroup>>>();
  for (const { group } of groups) {
    if (ofGroup.has(group)) continue;
    const places = groups.filter((each) => each.group === group);
    ofGroup.set(group, await suppressGroup(places, isTotalHidden));
  }
  return (place, group, stage) => ofGroup.get(group)?.(place, stage) ?? true;
}
