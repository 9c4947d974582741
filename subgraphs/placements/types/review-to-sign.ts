import { builder } from '../builder.ts';
import { ratingOf } from '../domain/skill-rating.ts';
import { type RatingToSign, type ReviewToSign, reviewToSign } from '../reviews/review-to-sign.ts';
import { EmployabilitySkillEnum, ReviewKindEnum, SkillRatingEnum } from './enums.ts';

/*
 * Of class PUBLIC, for who holds the link has no role: the token is what opens it, and it leads to no
 * student. There is no id and no name in here, and nothing that leads to one.
 */
const SkillToSign = builder.objectRef<RatingToSign>('SkillToSign').implement({
  description: 'The rating of one skill, as a supervisor reads it before signing.',
  classified: 'PUBLIC',
  fields: (t) => ({
    employabilitySkill: t.expose('employabilitySkill', {
      type: EmployabilitySkillEnum,
      nullable: true,
      description: 'The employability skill, or null for a career skill.',
    }),
    careerSkill: t.exposeString('careerSkill', {
      nullable: true,
      description: 'The name of the career skill, or null for an employability skill.',
    }),
    rating: t.field({
      type: SkillRatingEnum,
      nullable: true,
      description: 'The rating in words.',
      resolve: ({ score }) => ratingOf(score),
    }),
    score: t.exposeInt('score', { nullable: false, description: 'The rating, 1 to 5.' }),
  }),
});

const ReviewToSignType = builder.objectRef<ReviewToSign>('ReviewToSign').implement({
  description: 'What a link to sign shows: the work and its ratings, not whose they are.',
  classified: 'PUBLIC',
  fields: (t) => ({
    kind: t.expose('kind', {
      type: ReviewKindEnum,
      nullable: false,
      description: 'When in the placement.',
    }),
    date: t.expose('date', {
      type: 'Date',
      nullable: false,
      description: 'The day of the review.',
    }),
    jobDescription: t.exposeString('jobDescription', {
      nullable: false,
      description: 'What the work is.',
    }),
    ratings: t.field({
      type: [SkillToSign],
      nullable: false,
      description: 'One a skill, at most some dozen.',
      resolve: ({ ratings }) => [...ratings],
    }),
  }),
});

builder.queryField('reviewToSign', (t) =>
  t.field({
    type: ReviewToSignType,
    nullable: true,
    classified: 'PUBLIC',
    description:
      'What `signReview` would sign by this token. Null for a token that cannot sign, whatever the reason.',
    args: { token: t.arg.string({ required: true, description: 'What the link carries.' }) },
    resolve: (_root, { token }, context) => reviewToSign(context, token),
  }),
);
