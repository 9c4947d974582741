import { DEMO_SCHOOL } from '../../../gateway/dev-issuer/personas.ts';
import { dayAt, iso } from '../calendar.ts';
import { at } from '../random.ts';
import { pgArray } from '../table.ts';
import { careerEvent, careerEventHost, careerEventSchool } from '../tables/employers.ts';
import type { World } from '../world.ts';
import { EMPLOYER_EDGE_CASES } from './edge-cases.ts';
import type { Employer } from './site.ts';

const FRIDAY = 3;
const SHADOW_DAYS_AGO = 12;

/** The Tuesday of the April vacation, which begins with the third Monday. */
function aprilVacation(year: number): number {
  const first = dayAt(year, 4, 1);
  // January 1, 1970 was a Thursday: Mondays are four days after, modulo a week.
  const toMonday = (4 - (first % 7) + 7) % 7;
  return first + toMonday + 14 + 1;
}

/** A bootcamp of four days in the April vacation, and a job shadow day: exploration, not placements. */
export function writeNamedEvents(world: World, employers: readonly Employer[]): void {
  const boston = employers.filter(({ board }) => board === 'BOSTON');
  const april = aprilVacation(world.calendar.schoolYear);
  const common = { board_code: 'BOSTON', stage: 'CAREER_EXPLORATION', attendance: null };
  const shadowDay = iso(world.calendar.asOf - SHADOW_DAYS_AGO);
  world.write(careerEvent, {
    ...common,
    id: EMPLOYER_EDGE_CASES.aprilBootcamp,
    type: 'BOOTCAMP',
    title: 'Design, data and engineering in four days',
    start_date: iso(april),
    end_date: iso(april + FRIDAY),
    partners: pgArray(['Esker Makers (demo)']),
    virtual: true,
  });
  world.write(careerEvent, {
    ...common,
    id: EMPLOYER_EDGE_CASES.jobShadowDay,
    type: 'JOB_SHADOW_DAY',
    title: 'A day at work',
    start_date: shadowDay,
    end_date: shadowDay,
    partners: pgArray([]),
    virtual: false,
  });
  for (const event_id of [EMPLOYER_EDGE_CASES.aprilBootcamp, EMPLOYER_EDGE_CASES.jobShadowDay]) {
    world.write(careerEventHost, { event_id, employer_id: at(boston, 0).id });
    world.write(careerEventSchool, { event_id, school_code: DEMO_SCHOOL });
  }
}
