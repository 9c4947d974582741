import { ALL_GRADES, type Place } from './cohort-places.ts';
import { createStageSheet } from './stage-sheet.ts';

const rowId = (place: string, grade: number) => `${place} ${grade}`;

/** Whether a stage of a funnel is hidden. */
export type IsHidden = (place: string, grade: number, stage: number) => boolean;

/** Decides what is shown of the funnels of all places and grades, together. */
export async function suppressFunnels(places: readonly Place[]): Promise<IsHidden> {
  const sheet = createStageSheet();
  for (const { id, grades } of places)
    for (const [grade, { reached }] of grades) sheet.put(rowId(id, grade), { reached });
  for (const { id, parts, grades } of places) {
    const [all, ...single] = [...grades.keys()].map((grade) => rowId(id, grade));
    sheet.addsUp(all ?? rowId(id, ALL_GRADES), single);
    // A school has no parts; a region without schools has no grades either.
    for (const grade of parts.length > 0 ? grades.keys() : [])
      sheet.addsUp(
        rowId(id, grade),
        parts.map((part) => rowId(part, grade)),
      );
  }
  const isHidden = await sheet.suppress();
  return (place, grade, stage) => isHidden(rowId(place, grade), stage);
}
