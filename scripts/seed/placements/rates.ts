import type { Cohort } from '../students/cohorts.ts';
import { gradeIn } from '../students/student.ts';
import { toldYears, type World } from '../world.ts';

/** How likely each grade is to be placed, against the others. */
const GRADE_WEIGHTS: Readonly<Record<number, number>> = { 10: 0.5, 11: 1, 12: 1.6 };
/** How many students have two placements in one year. */
export const SECOND_SHARE = 0.12;
const MOST = 0.9;

/** The probability that a student of a graduation year begins a placement in a fiscal year. */
export type PlacementRates = (gradYear: number, fiscalYear: number) => number;

/** Rates that give about the same number of placements in every year told, however many students are kept of it. */
export function createRates(world: World, cohorts: readonly Cohort[]): PlacementRates {
  const sizes = new Map<number, number>();
  for (const { gradYear, size } of cohorts) sizes.set(gradYear, (sizes.get(gradYear) ?? 0) + size);
  const perWeight = new Map<number, number>();
  for (const year of toldYears(world)) {
    let weighted = 0;
    for (const [gradYear, size] of sizes) weighted += size * weightOf(gradYear, year);
    perWeight.set(year, world.scale.placementsAYear / (1 + SECOND_SHARE) / Math.max(1, weighted));
  }
  return (gradYear, year) => Math.min(MOST, weightOf(gradYear, year) * (perWeight.get(year) ?? 0));
}

const weightOf = (gradYear: number, year: number) => GRADE_WEIGHTS[gradeIn(gradYear, year)] ?? 0;
