import { builder } from '../builder.ts';
import { skillGain } from '../domain/skill-gain.ts';
import { findWblPlan } from '../placements.ts';
import { reviewScores, skillsById } from '../skills.ts';
import { WblPlanVersionEnum } from './enums.ts';
import { SkillGain } from './skill-gain.ts';

export const WblPlan = builder.prismaObject('WblPlan', {
  description: 'The Massachusetts Work-Based Learning Plan of a placement.',
  classified: 'EDUCATION_RECORD',
  record: 'placement { student { id } }',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    placement: t.relation('placement', { nullable: true, description: 'Whose plan it is.' }),
    jobDescription: t.exposeString('jobDescription', { description: 'What the student does.' }),
    planVersion: t.expose('planVersion', {
      type: WblPlanVersionEnum,
      description: 'Which form of the plan it is.',
    }),
    version: t.exposeInt('version', {
      description: 'Goes up with each draft; send it as `expectedVersion` to draft anew.',
    }),
    careerSkills: t.relation('careerSkills', {
      nullable: true,
      query: { orderBy: { position: 'asc' } },
      description: 'Three to five skills of the career and the workplace.',
    }),
    reviews: t.relation('reviews', {
      nullable: true,
      query: { orderBy: [{ date: 'asc' }, { id: 'asc' }] },
      description: 'The reviews in the order of dates: a baseline, a final, and a few between.',
    }),
    skillGain: t.field({
      type: [SkillGain],
      nullable: true,
      classified: 'EVALUATIVE',
      description:
        'What the student gained from baseline to final, a row a skill, at most some dozen. Empty until both are there.',
      select: {
        careerSkills: { orderBy: { position: 'asc' } },
        reviews: {
          orderBy: [{ date: 'asc' }, { id: 'asc' }],
          include: { scores: { orderBy: { position: 'asc' } } },
        },
      },
      resolve: ({ reviews, careerSkills }) => {
        const skills = skillsById(careerSkills);
        return skillGain(reviewScores(reviews)).map(({ skill, ...gain }) => ({
          ...gain,
          ...skills(skill),
        }));
      },
    }),
  }),
});

builder.asEntity(WblPlan, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => findWblPlan(context, id, info),
});
