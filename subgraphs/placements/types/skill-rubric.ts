import { builder } from '../builder.ts';
import { EMPLOYABILITY_SKILLS, type EmployabilitySkill } from '../domain/plan-form.ts';
import { ratingOf } from '../domain/skill-rating.ts';
import { SKILL_RUBRIC } from '../domain/skill-rubric.ts';
import { EmployabilitySkillEnum, SkillRatingEnum } from './enums.ts';

type Level = { readonly score: number; readonly text: string };

const SkillLevel = builder.objectRef<Level>('SkillLevel').implement({
  description: 'What one rating of a skill looks like at work.',
  classified: 'PUBLIC',
  fields: (t) => ({
    score: t.exposeInt('score', { nullable: false, description: 'From 1 to 5.' }),
    rating: t.field({
      type: SkillRatingEnum,
      nullable: true,
      description: 'The rating in words.',
      resolve: ({ score }) => ratingOf(score),
    }),
    text: t.exposeString('text', { nullable: false, description: 'What a supervisor sees.' }),
  }),
});

const SkillRubric = builder.objectRef<EmployabilitySkill>('SkillRubric').implement({
  description: 'An employability skill of the Work-Based Learning Plan, and what its ratings mean.',
  classified: 'PUBLIC',
  fields: (t) => ({
    skill: t.field({
      type: EmployabilitySkillEnum,
      nullable: false,
      description: 'The skill.',
      resolve: (skill) => skill,
    }),
    name: t.string({
      nullable: false,
      description: 'As the plan names it.',
      resolve: (skill) => SKILL_RUBRIC[skill].name,
    }),
    meaning: t.string({
      nullable: false,
      description: 'What is meant by it.',
      resolve: (skill) => SKILL_RUBRIC[skill].meaning,
    }),
    levels: t.field({
      type: [SkillLevel],
      nullable: false,
      description: 'The five ratings, the lowest first.',
      resolve: (skill) =>
        SKILL_RUBRIC[skill].levels.map((text, index) => ({ text, score: index + 1 })),
    }),
  }),
});

builder.queryField('skillRubric', (t) =>
  t.field({
    type: [SkillRubric],
    nullable: false,
    classified: 'PUBLIC',
    description: 'The six employability skills with what each rating of them means.',
    resolve: () => [...EMPLOYABILITY_SKILLS],
  }),
);
