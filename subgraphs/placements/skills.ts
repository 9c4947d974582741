import type { ReviewScores } from './domain/skill-gain.ts';
import type {
  CareerSkill,
  EmployabilitySkill,
  SkillScore,
  WblReview,
} from './generated/client/client.ts';

type Scored = WblReview & { readonly scores: readonly SkillScore[] };
type NamedSkill = {
  readonly employabilitySkill: EmployabilitySkill | null;
  readonly careerSkill: CareerSkill | null;
};

/** One name for a skill of either kind: an employability skill's own, or a career skill's id. */
const nameOf = ({ employabilitySkill, careerSkillId }: SkillScore) =>
  employabilitySkill ?? careerSkillId ?? '';

/** Rows as the rule reads them. */
export const reviewScores = (reviews: readonly Scored[]): ReviewScores[] =>
  reviews.map(({ kind, scores }) => ({
    kind,
    scores: scores.map((row) => ({ skill: nameOf(row), score: row.score })),
  }));

/** From a skill's name back to what it is. */
export function skillsById(careerSkills: readonly CareerSkill[]): (name: string) => NamedSkill {
  const byId = new Map(careerSkills.map((skill) => [skill.id, skill]));
  return (name) => {
    const careerSkill = byId.get(name) ?? null;
    return { careerSkill, employabilitySkill: careerSkill ? null : (name as EmployabilitySkill) };
  };
}
