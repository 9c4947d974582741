import { DEMO_SCHOOL } from '../../../gateway/dev-issuer/personas.ts';
import { firstDayOfSchoolYear } from '../calendar.ts';
import { EDGE_CASES } from '../edge-cases.ts';
import type { Transition } from '../students/stages.ts';
import { type Student, schoolYearOfGrade } from '../students/student.ts';
import type { Cast } from './cast.ts';

const stages = (student: Student, asOf: number): Transition[] => {
  const first = firstDayOfSchoolYear(schoolYearOfGrade(student.gradYear, 9)) + 20;
  return [
    { from: null, to: 'CAREER_AWARENESS', day: first, reason: null },
    { from: 'CAREER_AWARENESS', to: 'CAREER_EXPLORATION', day: first + 120, reason: null },
    { from: 'CAREER_EXPLORATION', to: 'CAREER_IMMERSION', day: asOf - 30, reason: null },
  ];
};

/** In grade 11 at the demo's first Boston high school, immersed by stage, and never placed. */
export function tellReadyStudents(cast: Cast): void {
  const { asOf, junior } = cast;
  const consent = {
    recipient: 'Boston Private Industry Council',
    purpose: 'PLACEMENT',
    elements: ['Student.displayName', 'Student.grade', 'MyCapPlan.goals'],
    granted: asOf - 20,
    expires: firstDayOfSchoolYear(cast.schoolYear + 2),
  };
  const supports = [
    [{ type: 'TRAVEL_PRACTICE', status: 'REQUESTED', neededIn: 21 }],
    [{ type: 'WORK_ATTIRE', status: 'APPROVED', neededIn: 30, provider: 'Quahog Closet' }],
    [{ type: 'LANGUAGE_SUPPORT', status: 'PROVIDED', neededIn: -3 }],
  ];
  for (const [i, id] of EDGE_CASES.readyForImmersionStudents.entries()) {
    const school = cast.school(({ code }) => code === DEMO_SCHOOL);
    const student = cast.student({ id, school, gradYear: junior, status: 'ENROLLED' });
    const records = { supports: supports[i] ?? [], consents: [consent] };
    cast.tell(student, [], stages(student, asOf), records);
  }
}
