import { describe, expect, it } from 'vitest';
import { COUNTED } from '../../../subgraphs/placements/reports/brokered-year.ts';
import {
  hideQuarters,
  type PlaceCounts,
} from '../../../subgraphs/placements/reports/hide-quarters.ts';

/** A place of which all figures are the same. */
const place = (...counts: readonly number[]): PlaceCounts =>
  Object.fromEntries(COUNTED.map((what) => [what, counts])) as PlaceCounts;

const shownAt = (places: readonly PlaceCounts[], quarters: number) =>
  hideQuarters(places, quarters).map(({ allWorkExperiences }) => allWorkExperiences);

describe('of the state and its boards', () => {
  it('all is shown where nothing is small', () => {
    const boards = [place(10, 20), place(30, 36), place(0, 0)];
    expect(shownAt([place(40, 56), ...boards], 2)).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [true, true],
    ]);
  });

  it('a board that is small hides another, for the state is their sum', () => {
    const [state, ...boards] = shownAt([place(60), place(3), place(27), place(30)], 1);
    expect(boards[0]).toEqual([false]);
    const hidden = [state, ...boards].filter((shown) => shown?.[0] === false);
    expect(hidden.length).toBeGreaterThanOrEqual(2);
  });

  it('two quarters are not both shown where a few came between them', () => {
    const [state] = shownAt([place(20, 23), place(20, 23), place(0, 0)], 2);
    expect(state?.filter(Boolean).length).toBeLessThanOrEqual(1);
  });

  it('who is not among a part is protected, and the count of all is shown rather than the part', () => {
    const counts: PlaceCounts = { ...place(20), workBasedLearningPlans: [18] };
    const [state] = hideQuarters([counts, counts, place(0)], 1);
    expect(state).toMatchObject({ allWorkExperiences: [true], workBasedLearningPlans: [false] });
  });
});
