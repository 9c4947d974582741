import { builder } from '../builder.ts';
import type {
  CareerSkill as CareerSkillRow,
  EmployabilitySkill,
} from '../generated/client/client.ts';
import { CareerSkill } from './career-skill.ts';
import { EmployabilitySkillEnum } from './enums.ts';

type Gain = {
  readonly employabilitySkill: EmployabilitySkill | null;
  readonly careerSkill: CareerSkillRow | null;
  readonly baseline: number;
  readonly final: number;
  readonly gain: number;
};

export const SkillGain = builder.objectRef<Gain>('SkillGain').implement({
  description: 'What a student gained in one skill.',
  classified: 'EVALUATIVE',
  fields: (t) => ({
    employabilitySkill: t.expose('employabilitySkill', {
      type: EmployabilitySkillEnum,
      nullable: true,
      description: 'The employability skill, or null for a career skill.',
    }),
    careerSkill: t.expose('careerSkill', {
      type: CareerSkill,
      nullable: true,
      description: 'The career skill, or null for an employability skill.',
    }),
    baseline: t.exposeInt('baseline', { nullable: true, description: 'The first rating, 1 to 5.' }),
    final: t.exposeInt('final', { nullable: true, description: 'The last rating, 1 to 5.' }),
    gain: t.exposeInt('gain', { nullable: true, description: 'Final less baseline.' }),
  }),
});
