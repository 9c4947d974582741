import { CAREER_STAGES, type CareerStage } from '../../../platform/vocabulary.ts';
import { type Day, firstDayOfSchoolYear } from '../calendar.ts';
import { at, type Random } from '../random.ts';
import { gradeOn } from './attendance.ts';
import { type Student, schoolYearOfGrade } from './student.ts';

export type Transition = {
  readonly from: CareerStage | null;
  readonly to: CareerStage;
  readonly day: Day;
  readonly reason: string | null;
};

const IMMERSION = CAREER_STAGES.length - 1;
/** When each stage usually begins, as `[grade, days of spread]`; the bands overlap. */
const BEGINS: readonly (readonly [number, number])[] = [
  [6, 60],
  [7, 380],
  [8, 800],
  [10, 950],
];
/** The share that stays at a stage for good. */
const STAYS = 0.05;
const GOES_BACK = 0.03;
const REASONS = [
  'Chose a new field and wants to learn what it offers first.',
  'Came back after a long absence and started over with the counselor.',
  'Asked for more time to explore before applying again.',
] as const;

/** When a plan begins: in grade 6, or in grade 9 where the middle school had none. */
export function openingDay(student: Student, random: Random): Day {
  const late = random.chance(0.25) && gradeOn(student.gradYear, student.lastDay) >= 9;
  const first = firstDayOfSchoolYear(schoolYearOfGrade(student.gradYear, late ? 9 : 6));
  return Math.min(first + random.int(5, 50), student.lastDay);
}

/**
 * The stages a student was recorded in, oldest first. `immersedBy` is the start of their first
 * placement, before which most, not all, were recorded as immersed.
 */
export function stageHistory(
  student: Student,
  opened: Day,
  immersedBy: Day | null,
  random: Random,
): Transition[] {
  const first = gradeOn(student.gradYear, opened) >= 9 ? random.int(1, 2) : 0;
  const forced = immersedBy !== null && random.chance(0.85);
  const days = begins(student, opened, first, forced ? immersedBy : null, random);
  const history: Transition[] = [];
  for (let stage = first; stage <= IMMERSION; stage++) {
    const day = at(days, stage);
    if (day > student.lastDay) break;
    history.push({
      from: history.at(-1)?.to ?? null,
      to: at(CAREER_STAGES, stage),
      day,
      reason: null,
    });
    if (!forced && random.chance(STAYS)) break;
  }
  return random.chance(GOES_BACK) ? [...history, ...stepBack(history, student, random)] : history;
}

function begins(
  student: Student,
  opened: Day,
  first: number,
  immersedBy: Day | null,
  random: Random,
): Day[] {
  const days = BEGINS.map(([grade, spread], stage) =>
    stage <= first
      ? opened
      : firstDayOfSchoolYear(schoolYearOfGrade(student.gradYear, grade)) + random.int(10, spread),
  );
  if (immersedBy !== null)
    days[IMMERSION] = Math.min(at(days, IMMERSION), immersedBy - random.int(5, 40));
  for (let stage = IMMERSION - 1; stage > first; stage--) {
    days[stage] = Math.min(at(days, stage), at(days, stage + 1) - 20);
  }
  for (let stage = first + 1; stage <= IMMERSION; stage++) {
    days[stage] = Math.max(at(days, stage), at(days, stage - 1) + 1);
  }
  return days;
}

function stepBack(history: readonly Transition[], student: Student, random: Random): Transition[] {
  const last = history.at(-1);
  if (!last?.from) return [];
  const day = last.day + random.int(40, 200);
  if (day > student.lastDay) return [];
  return [{ from: last.to, to: last.from, day, reason: random.pick(REASONS) }];
}

export function stageOn(history: readonly Transition[], day: Day): CareerStage {
  return history.findLast((step) => step.day <= day)?.to ?? at(history, 0).to;
}

export function furthestStage(history: readonly Transition[]): CareerStage {
  const reached = history.map(({ to }) => CAREER_STAGES.indexOf(to));
  return at(CAREER_STAGES, Math.max(...reached));
}
