import { CAREER_FIELDS } from '../career-fields.ts';
import { at, type Random } from '../random.ts';
import { careerSkill, wblPlan } from '../tables/placements.ts';
import type { World } from '../world.ts';
import { hasBegun, type Placement } from './placement.ts';
import { createReviewWriter } from './reviews.ts';

/** A plan names three to five career skills besides the six that everyone is rated on. */
const CAREER_SKILLS = { least: 3, most: 5 };

/** Every begun placement has a Work-Based Learning Plan; of the approved ones, about half already do. */
export function createWblPlanWriter(world: World) {
  const planId = world.ids('wbl plans');
  const skillId = world.ids('career skills');
  const writeReviews = createReviewWriter(world);
  return (placement: Placement, random: Random): void => {
    const early = placement.status === 'APPROVED' && random.chance(0.5);
    if (!hasBegun(placement.status) && !early) return;
    const plan = planId();
    const field = placement.site?.employer.field ?? at(CAREER_FIELDS, 5);
    const job = placement.opportunity?.title ?? random.pick(field.jobs);
    world.write(wblPlan, {
      id: plan,
      placement_id: placement.id,
      job_description: `${job}: works beside experienced staff and takes on tasks of their own step by step.`,
    });
    const names = random.sample(field.skills, random.int(CAREER_SKILLS.least, CAREER_SKILLS.most));
    const careerSkills = names.map((name, position) => {
      const id = skillId();
      world.write(careerSkill, {
        id,
        plan_id: plan,
        position,
        name,
        definition: `Shows ${name.toLowerCase()} as the workplace expects it.`,
      });
      return id;
    });
    if (hasBegun(placement.status)) writeReviews({ plan, placement, careerSkills }, random);
  };
}
