import { badUserInput } from '../../../platform/errors.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { WORKFORCE_BOARD_CODES, type WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { Context } from '../context.ts';
import { daysOfQuarter, QUARTERS, type Quarter, quartersBegun } from '../domain/fiscal-year.ts';
import {
  type BoardQuarter,
  COUNTED,
  type Counted,
  type EmployersOfQuarter,
  employersOfYear,
  peopleOfYear,
} from './brokered-year.ts';
import { hideQuarters, type PlaceCounts } from './hide-quarters.ts';

const CENTS_PER_DOLLAR = 100;

/** Counts of people are null where they are not shown. */
export type Agrowe = Readonly<Record<Exclude<Counted, 'wageEarners'>, number | null>> & {
  readonly employers: number;
  readonly employersBySector: Readonly<Record<string, number>>;
  /** In dollars; null where so few earned them that it would tell their wage. */
  readonly qualifyingWages: number | null;
};

type Place = WorkforceBoardCode | null;
const PLACES: readonly Place[] = [null, ...WORKFORCE_BOARD_CODES];

function countsOf(place: Place, rows: readonly BoardQuarter[]): PlaceCounts {
  const own = rows.filter(({ board }) => place === null || board === place);
  const inQuarter = (what: Counted, quarter: number) =>
    own.reduce((sum, row) => sum + (row.quarter === quarter ? row[what] : 0), 0);
  const entries = COUNTED.map((what) => [
    what,
    QUARTERS.map((quarter) => inQuarter(what, quarter)),
  ]);
  return Object.fromEntries(entries) as Record<Counted, number[]>;
}

const bySector = (rows: readonly EmployersOfQuarter[], place: Place, quarter: number) =>
  rows.filter((row) => row.board === place && row.quarter === quarter);

/**
 * The counts of a quarter, from July 1 to its end or to today, of a board or of the state. All boards
 * and quarters are counted and hidden together, so that no two answers tell what one of them hides.
 */
export async function agroweOf(
  context: Context,
  fiscalYear: number,
  { quarter, board }: { readonly quarter: Quarter; readonly board: Place },
): Promise<Agrowe> {
  const today = dayInMassachusetts(context.now);
  const begun = quartersBegun(fiscalYear, today).length;
  const [people, employers] = await Promise.all([
    peopleOfYear(context, fiscalYear, today),
    employersOfYear(context, fiscalYear, today),
  ]);
  const counts = PLACES.map((place) => countsOf(place, people));
  const shown = hideQuarters(counts, begun);
  const place = PLACES.indexOf(board);
  const figure = (what: Counted) =>
    shown[place]?.[what][quarter - 1] ? (counts[place]?.[what][quarter - 1] ?? 0) : null;
  const wages = people
    .filter((row) => row.quarter === quarter && (board === null || row.board === board))
    .reduce((sum, row) => sum + row.wagesInCents, 0);
  const hosts = bySector(employers, board, quarter);
  return {
    allWorkExperiences: figure('allWorkExperiences'),
    planningGoals: figure('planningGoals'),
    raisingGraduationRates: figure('raisingGraduationRates'),
    workshopOrClass: figure('workshopOrClass'),
    workBasedLearningPlans: figure('workBasedLearningPlans'),
    employers: hosts.reduce((sum, row) => sum + row.employers, 0),
    employersBySector: Object.fromEntries(hosts.map((row) => [row.sector, row.employers])),
    qualifyingWages: figure('wageEarners') === null ? null : wages / CENTS_PER_DOLLAR,
  };
}

/** The quarter asked for, if it has begun. */
export function requireQuarter(context: Context, fiscalYear: number, asked: number): Quarter {
  const quarter = QUARTERS.find((each) => each === asked);
  if (!quarter) throw badUserInput(`"quarter" cannot be ${asked}. It is from 1 to 4.`);
  const { first } = daysOfQuarter(fiscalYear, quarter);
  if (first > dayInMassachusetts(context.now))
    throw badUserInput(`Quarter ${quarter} of fiscal year ${fiscalYear} begins on ${first}.`);
  return quarter;
}

/** The last quarter of a fiscal year that has begun; the first of one that has not. */
export const latestQuarter = (context: Context, fiscalYear: number): Quarter =>
  quartersBegun(fiscalYear, dayInMassachusetts(context.now)).at(-1) ?? 1;
