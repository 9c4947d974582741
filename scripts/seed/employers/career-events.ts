import { allocate } from '../allocate.ts';
import { type Day, firstDayOfSchoolYear, iso } from '../calendar.ts';
import { at, type Random } from '../random.ts';
import type { School } from '../schools/school.ts';
import { type ActivityType, stageOf } from '../students/activity-chart.ts';
import { pgArray } from '../table.ts';
import { careerEvent, careerEventHost, careerEventSchool } from '../tables/employers.ts';
import { toldYears, type World } from '../world.ts';
import { writeNamedEvents } from './named-events.ts';
import type { Employer } from './site.ts';

/** What a student who came to such an event records, where the event is for students. */
const ACTIVITY_OF = {
  CAREER_SPEAKER: 'CAREER_SPEAKER',
  CAREER_DAY: 'CAREER_DAY',
  CAREER_FAIR: 'CAREER_FAIR',
  JOB_SHADOW_DAY: 'JOB_SHADOW',
  COMPANY_TOUR: 'CONTEXTUAL_LEARNING',
  CAREER_PANEL: 'CAREER_SPEAKER',
  MOCK_INTERVIEW: 'INFORMATIONAL_INTERVIEW',
  BOOTCAMP: 'CONTEXTUAL_LEARNING',
  STEM_AWARENESS: 'CAREER_SEARCH_REPORT',
  WORKSHOP: 'JOB_SKILLS_PORTFOLIO',
  TEACHER_EXTERNSHIP: 'CONTEXTUAL_LEARNING',
} as const satisfies Record<string, ActivityType>;
type EventType = keyof typeof ACTIVITY_OF;
const EVENT_TYPES = Object.keys(ACTIVITY_OF) as EventType[];

const PARTNERS = [
  'Harborside Mentors (demo)',
  'Millrace College Access (demo)',
  'Esker Makers (demo)',
];
const SCHOOL_DAYS = 270;

export type CareerEvent = {
  readonly id: string;
  readonly day: Day;
  readonly activity: ActivityType;
};
/** The events that a school's students could go to in a school year. */
export type EventCalendar = (school: string, schoolYear: number) => readonly CareerEvent[];

export function writeCareerEvents(
  world: World,
  schools: readonly School[],
  employers: readonly Employer[],
): EventCalendar {
  const attended = new Map<string, CareerEvent[]>();
  const write = createEventWriter(world, (school, schoolYear, event) => {
    const key = `${school} ${schoolYear}`;
    const events = attended.get(key);
    if (events) events.push(event);
    else attended.set(key, [event]);
  });
  const regions = [...new Set(schools.map(({ board }) => board))].map((board) => ({
    board,
    schools: schools.filter((school) => school.board === board),
    employers: employers.filter((employer) => employer.board === board),
  }));
  writeNamedEvents(world, employers);
  for (const year of toldYears(world)) {
    const counts = allocate(
      world.scale.eventsAYear,
      regions.map((region) => region.schools.length),
    );
    for (const [i, region] of regions.entries()) {
      for (let n = 0; n < at(counts, i); n++) write(year, region);
    }
  }
  return (school, schoolYear) => attended.get(`${school} ${schoolYear}`) ?? [];
}

type Region = {
  readonly board: Employer['board'];
  readonly schools: readonly School[];
  readonly employers: readonly Employer[];
};
type Attend = (school: string, schoolYear: number, event: CareerEvent) => void;

function createEventWriter(world: World, attend: Attend) {
  const id = world.ids('career events');
  const random = world.random('career events');
  const writeRow = createRowWriter(world, random);
  return (schoolYear: number, region: Region): void => {
    const type = random.pick(EVENT_TYPES);
    const day = firstDayOfSchoolYear(schoolYear) + random.int(14, SCHOOL_DAYS);
    const event = { id: id(), day, activity: ACTIVITY_OF[type] };
    writeRow(event, type, { title: titleOf(type, region.employers, random), board: region.board });
    for (const host of random.sample(region.employers, random.int(1, 4))) {
      world.write(careerEventHost, { event_id: event.id, employer_id: host.id });
    }
    for (const school of random.sample(region.schools, random.int(1, 6))) {
      world.write(careerEventSchool, { event_id: event.id, school_code: school.code });
      if (type !== 'TEACHER_EXTERNSHIP') attend(school.code, schoolYear, event);
    }
  };
}

type Named = { readonly title: string; readonly board: Employer['board'] };

function createRowWriter(world: World, random: Random) {
  return ({ id, day, activity }: CareerEvent, type: EventType, { title, board }: Named): void => {
    const attendance = random.int(15, 220);
    world.write(careerEvent, {
      id,
      board_code: board,
      type,
      stage: stageOf(activity),
      title,
      start_date: iso(day),
      end_date: iso(type === 'BOOTCAMP' ? day + 3 : day),
      partners: pgArray(random.chance(0.2) ? [random.pick(PARTNERS)] : []),
      attendance: day <= world.calendar.asOf ? attendance : null,
      virtual: random.chance(0.15),
    });
  };
}

function titleOf(type: EventType, employers: readonly Employer[], random: Random): string {
  const words = type.replaceAll('_', ' ').toLowerCase();
  const topic = employers.length > 0 ? random.pick(employers).field.name : 'Careers';
  return `${topic}: ${words}`;
}
