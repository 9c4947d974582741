import { ageOn, type Day, dayAt, fiscalYearOf, iso } from '../calendar.ts';
import type { Random } from '../random.ts';
import { placement } from '../tables/placements.ts';
import type { World } from '../world.ts';
import { createApprovalWriter } from './approvals.ts';
import { createHistoryWriter, historyOf } from './history.ts';
import { createHoursWriter, loggedMinutes } from './hours.ts';
import { hasBegun, type Placement } from './placement.ts';
import { createReflectionWriter } from './reflections.ts';
import { createWblPlanWriter } from './wbl-plan.ts';

const BROKERS = [
  ['DIRECT_PLACEMENT', 50],
  ['WBLP_FACILITATION', 25],
  ['WORKSHOP_OR_CLASS', 10],
  ['NOT_BROKERED', 15],
] as const;
const ADULT = 18;

/** Writes a placement with all that hangs on it. */
export function createPlacementWriter(world: World) {
  const { asOf } = world.calendar;
  const writeHistory = createHistoryWriter(world);
  const writeApprovals = createApprovalWriter(world);
  const writeHours = createHoursWriter(world);
  const writeWblPlan = createWblPlanWriter(world);
  const writeReflections = createReflectionWriter(world);
  return (given: Placement, careerGoal: string, random: Random): void => {
    const made = given.status === 'ENDED_EARLY' ? endEarly(given, asOf, random) : given;
    const history = historyOf(made, asOf, random);
    const logged = loggedMinutes(made, asOf, random);
    writeRow(world, { made, careerGoal, logged, version: history.length }, random);
    writeHistory(made, history);
    writeHours(made, logged);
    writeWblPlan(made, random);
    writeReflections(made, random);
    writeApprovals(made, history, random);
  };
}

function endEarly(made: Placement, asOf: Day, random: Random): Placement {
  const length = Math.min(made.end, asOf) - made.start;
  return { ...made, end: made.start + Math.floor(length * (0.3 + 0.5 * random.float())) };
}

type Given = {
  readonly made: Placement;
  readonly careerGoal: string;
  readonly logged: number;
  readonly version: number;
};

function writeRow(
  world: World,
  { made, careerGoal, logged, version }: Given,
  random: Random,
): void {
  const begun = hasBegun(made.status);
  const broker = random.weighted(BROKERS);
  const linked = begun || made.status === 'APPROVED' ? random.chance(0.85) : random.chance(0.3);
  world.write(placement, {
    id: made.id,
    student_id: made.student,
    opportunity_id: made.opportunity?.id ?? null,
    site_id: made.site?.id ?? null,
    school_code: made.school.code,
    board_code: made.school.board,
    wbl_type: made.type,
    status: made.status,
    start_date: iso(made.start),
    end_date: iso(made.end),
    minutes_per_week: made.minutesPerWeek,
    planned_minutes: made.plannedMinutes,
    logged_minutes: logged,
    pay: made.pay,
    hourly_wage_cents: made.wageCents,
    credit_bearing: made.creditBearing,
    credits: made.creditBearing && begun ? random.pick([0.5, 1, 2.5, 5]) : null,
    season: seasonOf(made),
    broker_role: broker,
    brokered_by: broker === 'NOT_BROKERED' ? null : made.school.coordinator,
    registered_apprenticeship_partner: made.apprenticeshipPartner,
    employer_led: made.type === 'CAPSTONE',
    external_client: made.type === 'SIMULATION',
    work_permit_on_file: permitOf(made, begun),
    my_cap_goal_id: linked ? careerGoal : null,
    team_id: made.team,
    version,
  });
}

/** Workers under 18 need a permit for each job; nobody else does. */
function permitOf({ type, pay, birth, start }: Placement, begun: boolean): boolean | null {
  const isJob = type === 'COOPERATIVE_EDUCATION' || type === 'PART_TIME_EMPLOYMENT';
  const employed = isJob || pay === 'EMPLOYER_PAID' || pay === 'SUBSIDIZED';
  return employed && ageOn(birth, start) < ADULT ? begun : null;
}

/** By its dates: in July and August, in the school year, or both. */
function seasonOf({ start, end }: Placement): string {
  const julyFirst = dayAt(fiscalYearOf(start) - 1, 7, 1);
  const summerEnds = julyFirst + 62;
  if (start < summerEnds) return end <= summerEnds + 7 ? 'SUMMER' : 'BOTH';
  return end > dayAt(fiscalYearOf(start), 6, 30) ? 'BOTH' : 'SCHOOL_YEAR';
}
