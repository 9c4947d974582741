import { type Day, firstDayOfSchoolYear, iso } from '../calendar.ts';
import { at, type Random } from '../random.ts';
import { myCapMilestone } from '../tables/students.ts';
import type { World } from '../world.ts';
import { MILESTONES } from './plan-text.ts';
import { type Student, schoolYearOfGrade } from './student.ts';

const PLACES = ['IN_CLASS', 'IN_CLASS', 'AT_HOME', 'AT_A_WORKSITE'] as const;
/** One in so many is a distance lesson. */
const VIRTUAL_EVERY = 7;

type Given = { readonly plan: string; readonly student: Student; readonly opened: Day };

/** One milestone for about every second grade since the plan began; past ones are mostly completed. */
export function createMilestoneWriter(world: World) {
  const id = world.ids('milestones');
  return ({ plan, student, opened }: Given, random: Random): void => {
    for (const [grade, domain, title] of MILESTONES) {
      const due = dueDay(student, grade) + random.int(30, 270);
      if (grade > student.grade || due < opened || !random.chance(0.5)) continue;
      const milestone = id();
      const status = statusOf(due <= student.lastDay, random);
      const completed = status === 'COMPLETED';
      world.write(myCapMilestone, {
        id: milestone,
        plan_id: plan,
        domain,
        grade,
        title,
        status,
        ...(completed ? completion(milestone, due, random) : NOT_COMPLETED),
        virtual: due % VIRTUAL_EVERY === 0,
      });
    }
  };
}

const NOT_COMPLETED = { completed_on: null, artifact_url: null, completed_where: null };

const completion = (milestone: string, due: Day, random: Random) => ({
  completed_on: iso(due),
  artifact_url: artifactUrl(milestone, random),
  completed_where: at(PLACES, due % PLACES.length),
});

const dueDay = (student: Student, grade: number): Day =>
  firstDayOfSchoolYear(schoolYearOfGrade(student.gradYear, grade));

function statusOf(past: boolean, random: Random): string {
  if (random.chance(0.04)) return 'WAIVED';
  if (past) return 'COMPLETED';
  return random.chance(0.5) ? 'PLANNED' : 'IN_PROGRESS';
}

const artifactUrl = (milestone: string, random: Random): string | null =>
  random.chance(0.1) ? `https://portfolio.example.org/${milestone}` : null;
