import { expect } from 'vitest';
import type { Offer } from './employer-offers-a-place.ts';
import { type Place, staffOf, studentSelf } from './people.ts';
import type { Planner } from './student-plans.ts';
import type { Teller } from './teller.ts';

const DRAFT = `mutation ($input: DraftWblPlanInput!) { draftWblPlan(input: $input) {
  plan { id careerSkills { id name } } warnings { rule }
} }`;
const REVIEW = `mutation ($input: AddReviewInput!) { addReview(input: $input) {
  review { id supervisor { id } supervisorSignedOn } warnings { rule }
} }`;
const INVITE = `mutation ($input: InviteReviewSignatureInput!) { inviteReviewSignature(input: $input) { token } }`;
const TO_SIGN = `query ($token: String!) { reviewToSign(token: $token) { kind date ratings { employabilitySkill careerSkill score } } }`;
const SIGN_BY_LINK = `mutation ($input: SignReviewInput!) { signReview(input: $input) { signedOn } }`;
const SIGN = `mutation ($input: SignReviewInput!) { signReview(input: $input) { signedOn review { id } } }`;

export const CAREER_SKILLS = ['Reading drawings', 'Calibrating', 'Soldering'];
export const EMPLOYABILITY_SKILLS = [
  'ATTENDANCE_PUNCTUALITY',
  'COMMUNICATION',
  'TEAMWORK_COLLABORATION',
  'MOTIVATION_INITIATIVE',
  'CRITICAL_THINKING_PROBLEM_SOLVING',
  'WORKPLACE_CULTURE_POLICY_SAFETY',
];

type Drafted = {
  readonly draftWblPlan: {
    readonly plan: {
      readonly id: string;
      readonly careerSkills: readonly { readonly id: string }[];
    };
  };
};
type Reviewed = { readonly addReview: { readonly review: { readonly id: string } } };
type Invited = { readonly inviteReviewSignature: { readonly token: string } };

export type Lived = Offer & Planner & { readonly placement: string };

/** A plan of the six employability skills and three of the job. */
export async function planIsDrafted({ tell }: Teller, place: Place, placementId: string) {
  const { draftWblPlan } = await tell<Drafted>(DRAFT, staffOf(place).school, {
    input: {
      placementId,
      jobDescription: 'Builds and calibrates instruments under supervision.',
      careerSkills: CAREER_SKILLS.map((name) => ({ name })),
    },
  });
  expect(draftWblPlan).toMatchObject({ warnings: [] });
  const { id, careerSkills } = draftWblPlan.plan;
  const ratings = (score: number) => [
    ...EMPLOYABILITY_SKILLS.map((employabilitySkill) => ({ employabilitySkill, score })),
    ...careerSkills.map((skill) => ({ careerSkillId: skill.id, score })),
  ];
  return { planId: id, ratings };
}
type Plan = Awaited<ReturnType<typeof planIsDrafted>>;

type Held = { readonly kind: 'BASELINE' | 'FINAL'; readonly date: string; readonly score: number };

/** The supervisor signs by the link, once; then the student signs. */
export async function reviewIsSigned(
  { tell, refused }: Teller,
  place: Place,
  lived: Lived & { readonly plan: Plan; readonly held: Held },
): Promise<void> {
  const { kind, date, score } = lived.held;
  const { school } = staffOf(place);
  const { addReview } = await tell<Reviewed>(REVIEW, school, {
    input: {
      ...{ kind, date, planId: lived.plan.planId, supervisorId: lived.supervisor },
      ratings: lived.plan.ratings(score),
    },
  });
  expect(addReview).toMatchObject({
    review: { supervisor: { id: lived.supervisor }, supervisorSignedOn: null },
    warnings: [],
  });
  const reviewId = addReview.review.id;
  const { token } = (await tell<Invited>(INVITE, school, { input: { reviewId } }))
    .inviteReviewSignature;
  const { reviewToSign } = await tell<{ readonly reviewToSign: { readonly ratings: object[] } }>(
    TO_SIGN,
    undefined,
    { token },
  );
  expect(reviewToSign).toMatchObject({ kind, date });
  expect(reviewToSign.ratings).toHaveLength(EMPLOYABILITY_SKILLS.length + CAREER_SKILLS.length);
  const signed = await tell(SIGN_BY_LINK, undefined, { input: { token } });
  expect(signed).toEqual({ signReview: { signedOn: date } });
  expect(await refused(SIGN_BY_LINK, undefined, { input: { token } })).toHaveLength(1);
  const own = await tell(SIGN, studentSelf(lived.student), { input: { reviewId } });
  expect(own).toEqual({ signReview: { signedOn: date, review: { id: reviewId } } });
}
