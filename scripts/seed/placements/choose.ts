import type { WblType } from '../../../platform/vocabulary.ts';
import { ageOn } from '../calendar.ts';
import type { Opportunity } from '../employers/opportunity.ts';
import type { OpportunityPool, Wish } from '../employers/pool.ts';
import type { Window } from '../employers/windows.ts';
import type { Random } from '../random.ts';
import { schoolOn } from '../students/attendance.ts';
import type { Student } from '../students/student.ts';
import { toldYears, type World } from '../world.ts';
import { holdsSlot, type Placement } from './placement.ts';
import { type PlacementRates, SECOND_SHARE } from './rates.ts';
import { statusOn } from './status.ts';

/** How far ahead placements are arranged. */
const HORIZON_DAYS = 100;
const CONCENTRATOR_FACTOR = 1.8;
const OTHER_FACTOR = 0.8;
/** Of those without a placement this year, how many have one being arranged. */
const AHEAD_SHARE = 0.025;

const TYPES: readonly (readonly [WblType, number])[] = [
  ['INTERNSHIP', 45],
  ['COOPERATIVE_EDUCATION', 12],
  ['PART_TIME_EMPLOYMENT', 12],
  ['CAPSTONE', 10],
  ['SIMULATION', 7],
  ['CLINICAL_PRACTICUM', 5],
  ['PRE_APPRENTICESHIP', 5],
  ['ENTREPRENEURIAL_ENTERPRISE', 4],
];
const ONE_WINDOW: readonly (readonly [Window, number])[] = [
  ['SUMMER', 38],
  ['FALL', 20],
  ['SPRING', 28],
  ['YEAR', 14],
];
/** Windows of one year that do not overlap. */
const TWO_WINDOWS: readonly (readonly Window[])[] = [
  ['SUMMER', 'FALL'],
  ['SUMMER', 'SPRING'],
  ['FALL', 'SPRING'],
  ['SUMMER', 'YEAR'],
];
/** These follow the school's calendar, so never only the summer. */
const IN_TERM: ReadonlySet<WblType> = new Set(['SIMULATION', 'CAPSTONE', 'CLINICAL_PRACTICUM']);

/** Chooses a student's placements, and takes their slots. */
export function createChooser(world: World, pool: OpportunityPool, rates: PlacementRates) {
  const id = world.ids('placements');
  const years = toldYears(world);
  const { fiscalYear } = world.calendar;
  const place = (student: Student, fiscalYear: number, window: Wish['window'], random: Random) => {
    const wanted = random.weighted(TYPES);
    const type = window === 'SUMMER' && IN_TERM.has(wanted) ? 'INTERNSHIP' : wanted;
    const opportunity = pool.find({ board: student.board, fiscalYear, window, type });
    return placementOn(world, { id: id(), student, opportunity }, random);
  };
  return (student: Student, random: Random): Placement[] => {
    const factor = student.pathway?.concentrator ? CONCENTRATOR_FACTOR : OTHER_FACTOR;
    const chosen = years.filter((year) => random.chance(factor * rates(student.gradYear, year)));
    const placements = chosen.flatMap((year) =>
      windowsOfYear(random).map((window) => place(student, year, window, random)),
    );
    const arranges =
      !chosen.includes(fiscalYear) && looksAhead(student) && random.chance(AHEAD_SHARE);
    if (arranges) placements.push(place(student, fiscalYear, 'AHEAD', random));
    return placements.filter((placement) => placement !== null);
  };
}

/** Seniors may be gone before it ends. */
const looksAhead = ({ status, grade }: Student) =>
  status === 'ENROLLED' && (grade === 10 || grade === 11);

const windowsOfYear = (random: Random): readonly Window[] =>
  random.chance(SECOND_SHARE) ? random.pick(TWO_WINDOWS) : [random.weighted(ONE_WINDOW)];

type Match = { readonly id: string; readonly student: Student; readonly opportunity: Opportunity };

/** Null where the student is too young, or not at school then, or the start is too far ahead. */
function placementOn(
  world: World,
  { id, student, opportunity }: Match,
  random: Random,
): Placement | null {
  const { asOf } = world.calendar;
  const { start, end } = opportunity;
  const school = schoolOn(student.attended, start);
  const tooFar =
    start > asOf + HORIZON_DAYS || (student.status !== 'ENROLLED' && end > student.lastDay);
  if (!school || tooFar || ageOn(student.birth, start) < opportunity.minimumAge) return null;
  const status = statusOn(opportunity, asOf, random);
  if (holdsSlot(status)) opportunity.filled += 1;
  return asPlacement({ id, student, opportunity }, { school, status });
}

export function asPlacement(
  { id, student, opportunity }: Match,
  given: Pick<Placement, 'school' | 'status'> & Partial<Placement>,
): Placement {
  return {
    id,
    student: student.id,
    birth: student.birth,
    opportunity,
    site: opportunity.site,
    type: opportunity.type,
    start: opportunity.start,
    end: opportunity.end,
    minutesPerWeek: opportunity.minutesPerWeek,
    plannedMinutes: opportunity.plannedMinutes,
    pay: opportunity.pay,
    wageCents: opportunity.wageCents,
    creditBearing: opportunity.creditBearing,
    apprenticeshipPartner: opportunity.apprenticeshipPartner,
    team: opportunity.team,
    ...given,
  };
}
