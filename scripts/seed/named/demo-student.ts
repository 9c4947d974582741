import { DEMO_SCHOOL, DEMO_SITE, DEMO_STUDENT } from '../../../gateway/dev-issuer/personas.ts';
import { dayAt, firstDayOfSchoolYear } from '../calendar.ts';
import { span } from '../employers/windows.ts';
import type { Transition } from '../students/stages.ts';
import { schoolYearOfGrade } from '../students/student.ts';
import type { Cast } from './cast.ts';

/** The newest placement runs, is near its end, and has its final review. */
const NEWEST = { begunDaysAgo: 84, weeks: 13, hoursPerWeek: 10 };

/** The student whom the personas share: in grade 11, through all four stages, with four placements. */
export function tellDemoStudent(cast: Cast): void {
  const { asOf, junior } = cast;
  const school = cast.school(({ code }) => code === DEMO_SCHOOL);
  const student = cast.student({
    id: DEMO_STUDENT,
    school,
    gradYear: junior,
    birth: dayAt(junior - 19, 10, 3),
    attended: [
      {
        school: cast.middle('BOSTON'),
        grade: 6,
        from: firstDay(junior, 6),
        until: firstDay(junior, 9) - 1,
      },
      { school, grade: 9, from: firstDay(junior, 9), until: null },
    ],
    status: 'ENROLLED',
  });
  const site = cast.site(({ id }) => id === DEMO_SITE);
  const other = cast.site(
    ({ board, status, setting, id }) =>
      board === 'BOSTON' && status === 'ACTIVE' && setting === 'OUTSIDE_SCHOOL' && id !== DEMO_SITE,
  );
  const offers = [
    cast.offer(other, 'PART_TIME_EMPLOYMENT', span(asOf - 330, 6, 12)),
    cast.offer(other, 'CAPSTONE', span(asOf - 270, 11, 10)),
    cast.offer(site, 'PRE_APPRENTICESHIP', span(asOf - 180, 11, 10)),
    cast.offer(
      site,
      'INTERNSHIP',
      span(asOf - NEWEST.begunDaysAgo, NEWEST.weeks, NEWEST.hoursPerWeek),
      {
        pay: 'EMPLOYER_PAID',
        wageCents: 1850,
        creditBearing: true,
        slots: 2,
      },
    ),
  ];
  const placements = offers.map((opportunity, i) =>
    cast.place(student, opportunity, {
      id: `7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6b0${i}`,
      wants: { reviews: ['BASELINE', 'INTERIM', 'FINAL'], reflections: i % 2 === 1 ? 2 : 1 },
    }),
  );
  cast.tell(student, placements, allFourStages(junior, asOf));
}

const firstDay = (gradYear: number, grade: number) =>
  firstDayOfSchoolYear(schoolYearOfGrade(gradYear, grade));

const allFourStages = (gradYear: number, asOf: number): Transition[] => [
  { from: null, to: 'SELF_DISCOVERY', day: firstDay(gradYear, 6) + 20, reason: null },
  { from: 'SELF_DISCOVERY', to: 'CAREER_AWARENESS', day: firstDay(gradYear, 7) + 60, reason: null },
  {
    from: 'CAREER_AWARENESS',
    to: 'CAREER_EXPLORATION',
    day: firstDay(gradYear, 9) + 30,
    reason: null,
  },
  {
    from: 'CAREER_EXPLORATION',
    to: 'CAREER_IMMERSION',
    day: Math.max(asOf - 345, firstDay(gradYear, 9) + 40),
    reason: null,
  },
];
