import { CAREER_STAGES, type CareerStage, type WblType } from '../../../platform/vocabulary.ts';
import { type Day, firstDayOfSchoolYear, schoolYearOf } from '../calendar.ts';
import type { EventCalendar } from '../employers/career-events.ts';
import type { Random } from '../random.ts';
import { ACTIVITY_CHART, type ActivityType, stageOf } from './activity-chart.ts';
import { schoolOn } from './attendance.ts';
import { stageOn, type Transition } from './stages.ts';
import type { Student } from './student.ts';

export type Activity = {
  readonly type: ActivityType;
  readonly day: Day;
  readonly event: string | null;
};

/** How a placement shows among the activities of a plan. */
export const ACTIVITY_OF_PLACEMENT: Readonly<Record<WblType, ActivityType>> = {
  INTERNSHIP: 'INTERNSHIP',
  CLINICAL_PRACTICUM: 'CLINICAL',
  CAPSTONE: 'CAPSTONE',
  PRE_APPRENTICESHIP: 'PRE_APPRENTICESHIP',
  SIMULATION: 'SIMULATION',
  COOPERATIVE_EDUCATION: 'COOPERATIVE_EDUCATION',
  PART_TIME_EMPLOYMENT: 'PART_TIME_EMPLOYMENT',
  ENTREPRENEURIAL_ENTERPRISE: 'ENTREPRENEURIAL_ENTERPRISE',
};

const A_YEAR: readonly (readonly [number, number])[] = [
  [0, 45],
  [1, 40],
  [2, 15],
];
const AT_AN_EVENT = 0.4;

/** What a student did besides placements: nothing to two things a school year, some of it at an event of their school. */
export function activitiesOf(
  student: Student,
  history: readonly Transition[],
  eventsOf: EventCalendar,
  random: Random,
): Activity[] {
  const activities: Activity[] = [];
  const opened = history[0]?.day ?? student.lastDay;
  for (let year = schoolYearOf(opened); year <= schoolYearOf(student.lastDay); year++) {
    for (let n = random.weighted(A_YEAR); n > 0; n--) {
      const activity = oneActivity(student, { year, opened, history, eventsOf }, random);
      if (activity && !isThere(activities, activity)) activities.push(activity);
    }
  }
  return activities;
}

/** Nobody is twice at one event. */
const isThere = (activities: readonly Activity[], { event }: Activity) =>
  event !== null && activities.some((other) => other.event === event);

type When = {
  readonly year: number;
  readonly opened: Day;
  readonly history: readonly Transition[];
  readonly eventsOf: EventCalendar;
};

function oneActivity(student: Student, when: When, random: Random): Activity | null {
  const { year, opened, history } = when;
  const day = firstDayOfSchoolYear(year) + random.int(10, 280);
  if (day < opened || day > student.lastDay) return null;
  const stage = stageOn(history, day);
  if (random.chance(AT_AN_EVENT)) {
    const event = eventFor(student, when, day, random);
    if (event) return event;
  }
  // Placements are what immersion records; beside them people go on exploring.
  const chart = stage === 'CAREER_IMMERSION' ? 'CAREER_EXPLORATION' : stage;
  return { type: random.pick<ActivityType>(ACTIVITY_CHART[chart]), day, event: null };
}

/** An event of the school attended then, of a stage the student had reached. */
function eventFor(student: Student, when: When, day: Day, random: Random): Activity | null {
  const school = schoolOn(student.attended, day);
  const events = school ? when.eventsOf(school.code, when.year) : [];
  if (events.length === 0) return null;
  const event = random.pick(events);
  const possible = event.day >= when.opened && event.day <= student.lastDay;
  if (!possible || !reached(stageOn(when.history, event.day), stageOf(event.activity))) return null;
  return { type: event.activity, day: event.day, event: event.id };
}

const reached = (stage: CareerStage, asked: CareerStage) =>
  CAREER_STAGES.indexOf(asked) <= CAREER_STAGES.indexOf(stage);
