import { graduationDay, iso } from '../calendar.ts';
import type { Random } from '../random.ts';
import { myCapGoal } from '../tables/students.ts';
import type { World } from '../world.ts';
import { CAREER_GOALS, OTHER_GOALS } from './plan-text.ts';
import type { Student } from './student.ts';

const STATUSES = [
  ['IN_PROGRESS', 60],
  ['PLANNED', 25],
  ['COMPLETED', 12],
  ['WAIVED', 3],
] as const;

type Given = { readonly plan: string; readonly student: Student; readonly soc: string };

/** Writes a career goal, and for every second plan another one; answers the career goal's id. */
export function createGoalWriter(world: World) {
  const id = world.ids('goals');
  return ({ plan, student, soc }: Given, random: Random): string => {
    const careerGoal = id();
    const status = student.status === 'GRADUATED' ? 'COMPLETED' : random.weighted(STATUSES);
    world.write(myCapGoal, {
      id: careerGoal,
      plan_id: plan,
      domain: 'CAREER_DEVELOPMENT',
      text: random.pick(CAREER_GOALS),
      target_date: iso(graduationDay(student.gradYear)),
      status,
      target_soc: soc,
    });
    if (random.chance(0.5)) {
      const [domain, text] = random.pick(OTHER_GOALS);
      world.write(myCapGoal, {
        id: id(),
        plan_id: plan,
        domain,
        text,
        target_date: null,
        status: random.weighted(STATUSES),
        target_soc: null,
      });
    }
    return careerGoal;
  };
}
