import type { WblType } from '../../../platform/vocabulary.ts';
import { type Day, iso, timestamp } from '../calendar.ts';
import { CAREER_FIELDS } from '../career-fields.ts';
import type { EventCalendar } from '../employers/career-events.ts';
import type { Random } from '../random.ts';
import { careerActivity, myCapPlan, stageTransition } from '../tables/students.ts';
import type { World } from '../world.ts';
import { ACTIVITY_OF_PLACEMENT, type Activity, activitiesOf } from './activities.ts';
import { stageOf } from './activity-chart.ts';
import { createGoalWriter } from './goals.ts';
import { createMilestoneWriter } from './milestones.ts';
import { ACTIVITY_REFLECTIONS } from './plan-text.ts';
import { furthestStage, openingDay, stageHistory, stageOn, type Transition } from './stages.ts';
import { FIRST_GRADE, type Student } from './student.ts';

/** What of a placement the plan needs: it stands among the activities, and few come before immersion. */
export type Immersion = { readonly type: WblType; readonly day: Day };
/** What of the plan a placement needs. */
export type WrittenPlan = { readonly careerGoal: string };

type Given = {
  readonly student: Student;
  readonly immersions: readonly Immersion[];
  /** Overrides for a hand-written plan. */
  readonly history?: readonly Transition[];
};

export function createPlanWriter(world: World, eventsOf: EventCalendar) {
  const planId = world.ids('plans');
  const writeGoals = createGoalWriter(world);
  const writeMilestones = createMilestoneWriter(world);
  const writeHistory = createHistoryWriter(world);
  const writeActivities = createActivityWriter(world);
  return ({ student, immersions, history: given }: Given, random: Random): WrittenPlan => {
    const id = planId();
    const history = given ?? ownHistory(student, immersions, random);
    const opened = history[0]?.day ?? student.lastDay;
    const activities = [
      ...activitiesOf(student, history, eventsOf, random),
      ...asActivities(student, immersions),
    ];
    const begun = activities.length > 0 || student.grade > FIRST_GRADE;
    writePlanRow(world, { id, student, history, opened, begun }, random);
    const soc = student.pathway?.program.soc ?? random.pick(CAREER_FIELDS).soc;
    const careerGoal = writeGoals({ plan: id, student, soc }, random);
    writeMilestones({ plan: id, student, opened }, random);
    writeActivities({ plan: id, student, activities }, random);
    writeHistory(id, student, history);
    return { careerGoal };
  };
}

function ownHistory(student: Student, immersions: readonly Immersion[], random: Random) {
  const first = immersions.length > 0 ? Math.min(...immersions.map(({ day }) => day)) : null;
  return stageHistory(student, openingDay(student, random), first, random);
}

const asActivities = (student: Student, immersions: readonly Immersion[]): Activity[] =>
  immersions
    .filter(({ day }) => day <= student.lastDay)
    .map(({ type, day }) => ({ type: ACTIVITY_OF_PLACEMENT[type], day, event: null }));

/** What Boston's schools call the plan. */
const LOCAL_NAME = 'Individualized Student Success Plan';

const STATUSES = [
  ['IN_PROGRESS', 45],
  ['ON_TRACK', 40],
  ['COMPLETE_FOR_GRADE', 15],
] as const;

type PlanRow = {
  readonly id: string;
  readonly student: Student;
  readonly history: readonly Transition[];
  readonly opened: Day;
  /** False while nothing was done on it. */
  readonly begun: boolean;
};

function writePlanRow(
  world: World,
  { id, student, history, opened, begun }: PlanRow,
  random: Random,
): void {
  const open = student.status === 'ENROLLED';
  const status = begun ? random.weighted<string>(STATUSES) : 'NOT_STARTED';
  const massCore = random.chance(0.8);
  const fafsa = random.chance(0.58);
  const reviewed = student.lastDay - random.int(10, 300);
  world.write(myCapPlan, {
    id,
    student_id: student.id,
    status: student.status === 'GRADUATED' ? 'COMPLETE_FOR_GRADE' : status,
    current_stage: stageOn(history, student.lastDay),
    furthest_stage: furthestStage(history),
    advisor_id: student.school.counselor,
    mass_core_on_track: student.grade >= 9 ? massCore : null,
    fafsa_completed: student.grade === 12 ? fafsa : null,
    reviewed_with_family_on: reviewed >= opened ? iso(reviewed) : null,
    opened_on: iso(opened),
    open_for: open ? student.id : null,
    local_name: student.board === 'BOSTON' ? LOCAL_NAME : null,
  });
}

function createHistoryWriter(world: World) {
  const id = world.ids('stage transitions');
  return (plan: string, student: Student, history: readonly Transition[]): void => {
    for (const { from, to, day, reason } of history) {
      world.write(stageTransition, {
        id: id(),
        plan_id: plan,
        from_stage: from,
        to_stage: to,
        at: timestamp(day, day),
        reason,
        recorded_by: student.school.counselor,
      });
    }
  };
}

type Activities = {
  readonly plan: string;
  readonly student: Student;
  readonly activities: readonly Activity[];
};

function createActivityWriter(world: World) {
  const id = world.ids('activities');
  return ({ plan, student, activities }: Activities, random: Random): void => {
    for (const { type, day, event } of activities) {
      world.write(careerActivity, {
        id: id(),
        plan_id: plan,
        type,
        stage: stageOf(type),
        date: iso(day),
        event_id: event,
        reflection: random.chance(0.15) ? random.pick(ACTIVITY_REFLECTIONS) : null,
        recorded_by: student.school.counselor,
      });
    }
  };
}
