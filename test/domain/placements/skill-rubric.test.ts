import { expect, it } from 'vitest';
import {
  EMPLOYABILITY_SKILLS,
  PLAN_FORMS,
} from '../../../subgraphs/placements/domain/plan-form.ts';
import { SKILL_RUBRIC } from '../../../subgraphs/placements/domain/skill-rubric.ts';
import { EmployabilitySkill } from '../../../subgraphs/placements/generated/client/client.ts';

it('the rubric tells each of the six skills at five levels, no two alike', () => {
  expect(EMPLOYABILITY_SKILLS).toEqual(Object.values(EmployabilitySkill));
  const texts = EMPLOYABILITY_SKILLS.flatMap((skill) => SKILL_RUBRIC[skill].levels);
  expect(new Set(texts).size).toBe(30);
});

it('the form of 2005 rates its eight foundation skills', () => {
  const { employability, foundation } = PLAN_FORMS.LEGACY_2005;
  expect([...employability, ...foundation]).toHaveLength(8);
});
