import { type Day, iso } from '../calendar.ts';
import { at, type Random } from '../random.ts';
import { skillScore, wblReview } from '../tables/placements.ts';
import type { World } from '../world.ts';
import type { Placement } from './placement.ts';
import { type SkillCourse, skillCourse } from './scores.ts';

const EMPLOYABILITY_SKILLS = [
  'ATTENDANCE_PUNCTUALITY',
  'COMMUNICATION',
  'TEAMWORK_COLLABORATION',
  'MOTIVATION_INITIATIVE',
  'CRITICAL_THINKING_PROBLEM_SOLVING',
  'WORKPLACE_CULTURE_POLICY_SAFETY',
] as const;

const COMMENTS = {
  BASELINE: ['A careful start.', 'Asks good questions.', 'Needs reminders, learns quickly.'],
  INTERIM: ['Works more on their own now.', 'Growing into the team.'],
  FINAL: [
    'We would gladly have them back.',
    'Reliable, and a help to others.',
    'A clear step forward.',
  ],
} as const;

/** Of the last days' reviews the supervisor's signature is still to come. */
const DAYS_TO_SIGN = 7;

type Kind = keyof typeof COMMENTS;
type Review = { readonly kind: Kind; readonly day: Day };

/** Which reviews there are by today. A finished placement has a baseline and a final one at least. */
export function reviewsOf(placement: Placement, asOf: Day, random: Random): Review[] {
  const { start, end, status } = placement;
  const days = {
    BASELINE: Math.min(start + random.int(3, 13), end),
    INTERIM: Math.floor((start + end) / 2),
    FINAL: end - random.int(0, 2),
  };
  const wanted = placement.wants?.reviews ?? chosen(status, random);
  return wanted
    .map((kind) => ({
      kind,
      day: placement.wants?.reviews ? Math.min(days[kind], asOf) : days[kind],
    }))
    .filter(({ day }) => day <= asOf);
}

function chosen(status: Placement['status'], random: Random): readonly Kind[] {
  const interim = random.chance(0.3);
  const baseline = random.chance(0.85);
  if (status === 'COMPLETED')
    return interim ? ['BASELINE', 'INTERIM', 'FINAL'] : ['BASELINE', 'FINAL'];
  if (!baseline) return [];
  return status === 'ACTIVE' && interim ? ['BASELINE', 'INTERIM'] : ['BASELINE'];
}

export function createReviewWriter(world: World) {
  const id = world.ids('reviews');
  return (
    given: {
      readonly plan: string;
      readonly placement: Placement;
      readonly careerSkills: readonly string[];
    },
    random: Random,
  ): void => {
    const { plan, placement, careerSkills } = given;
    const courses = Array.from({ length: EMPLOYABILITY_SKILLS.length + careerSkills.length }, () =>
      skillCourse(random),
    );
    for (const { kind, day } of reviewsOf(placement, world.calendar.asOf, random)) {
      const review = id();
      const by = kind === 'BASELINE' ? placement.wants?.baselineBy : undefined;
      world.write(wblReview, {
        id: review,
        plan_id: plan,
        kind,
        date: iso(day),
        supervisor_id: by ?? placement.site?.supervisor ?? null,
        goals: kind === 'FINAL' ? null : 'Grow in two skills before the next review.',
        comments: random.pick(COMMENTS[kind]),
        student_signed_on: iso(day),
        supervisor_signed_on: world.calendar.asOf - day < DAYS_TO_SIGN ? null : iso(day),
      });
      writeScores(world, { review, kind, courses, careerSkills });
    }
  };
}

type Scores = {
  readonly review: string;
  readonly kind: Kind;
  readonly courses: readonly SkillCourse[];
  readonly careerSkills: readonly string[];
};

function writeScores(world: World, { review, kind, courses, careerSkills }: Scores): void {
  for (const [position, course] of courses.entries()) {
    const employability = EMPLOYABILITY_SKILLS[position] ?? null;
    world.write(skillScore, {
      review_id: review,
      position,
      employability_skill: employability,
      career_skill_id: employability
        ? null
        : at(careerSkills, position - EMPLOYABILITY_SKILLS.length),
      score: course[kind],
    });
  }
}
