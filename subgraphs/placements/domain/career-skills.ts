import { PLAN_FORMS, type PlanVersion } from './plan-form.ts';

export type CareerSkillsFit =
  | { readonly status: 'fits' }
  | { readonly status: 'more-than-usual'; readonly usualMost: number }
  | { readonly status: 'too-few'; readonly least: number }
  | { readonly status: 'named-twice'; readonly name: string };

const alike = (name: string) => name.trim().toLowerCase();

/** Too few career skills, or one of them twice, make no plan; more than usual make one with a warning. */
export function careerSkillsFit(names: readonly string[], version: PlanVersion): CareerSkillsFit {
  const { careerSkills, foundation } = PLAN_FORMS[version];
  const known = new Set(foundation.map(alike));
  for (const name of names) {
    if (known.has(alike(name))) return { status: 'named-twice', name };
    known.add(alike(name));
  }
  if (names.length < careerSkills.least) return { status: 'too-few', least: careerSkills.least };
  return names.length > careerSkills.usualMost
    ? { status: 'more-than-usual', usualMost: careerSkills.usualMost }
    : { status: 'fits' };
}
