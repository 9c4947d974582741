import { builder } from '../builder.ts';
import { ratingOf } from '../domain/skill-rating.ts';
import { EmployabilitySkillEnum, ReviewKindEnum, SkillRatingEnum } from './enums.ts';
import { SupervisorRef } from './foreign-refs.ts';

export const SkillScore = builder.prismaObject('SkillScore', {
  description: 'The rating of one skill in one review.',
  classified: 'EVALUATIVE',
  fields: (t) => ({
    employabilitySkill: t.expose('employabilitySkill', {
      type: EmployabilitySkillEnum,
      description: 'The employability skill, or null for a career skill.',
    }),
    careerSkill: t.relation('careerSkill', {
      nullable: true,
      description: 'The career skill, or null for an employability skill.',
    }),
    rating: t.field({
      type: SkillRatingEnum,
      description: 'The rating in words.',
      resolve: ({ score }) => ratingOf(score),
    }),
    score: t.exposeInt('score', { description: 'The rating as a number, 1 to 5.' }),
  }),
});

export const WblReview = builder.prismaObject('WblReview', {
  description: "A supervisor's review of a student's skills.",
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, classified: 'PUBLIC', description: 'Opaque.' }),
    kind: t.expose('kind', { type: ReviewKindEnum, description: 'When in the placement.' }),
    date: t.expose('date', { type: 'Date', description: 'The day of the review.' }),
    supervisor: t.field({
      type: SupervisorRef,
      description: 'Who reviewed.',
      resolve: ({ supervisorId }) => (supervisorId ? { id: supervisorId } : null),
    }),
    ratings: t.relation('scores', {
      nullable: true,
      classified: 'EVALUATIVE',
      query: { orderBy: { position: 'asc' } },
      description: 'One rating a skill: the six employability skills, then the career skills.',
    }),
    goals: t.exposeString('goals', { description: 'What was agreed for the time after.' }),
    comments: t.exposeString('comments', {
      classified: 'EVALUATIVE',
      description: "The supervisor's comments.",
    }),
    studentSignedOn: t.expose('studentSignedOn', {
      type: 'Date',
      description: 'When the student signed.',
    }),
    supervisorSignedOn: t.expose('supervisorSignedOn', {
      type: 'Date',
      description: 'When the supervisor signed.',
    }),
  }),
});
