import { expect } from 'vitest';
import type { Offer } from './employer-offers-a-place.ts';
import { type Place, staffOf, studentSelf } from './people.ts';
import type { Planner } from './student-plans.ts';
import type { Teller } from './teller.ts';

const VERSION = `query ($id: ID!) { placement(id: $id) { version } }`;
const DRAFT = `mutation ($input: DraftWblPlanInput!) { draftWblPlan(input: $input) {
  plan { id careerSkills { id name } } warnings { rule }
} }`;
const START = `mutation ($input: StartPlacementInput!) { startPlacement(input: $input) {
  placement { status compliance { rule } countsForPerkins5S3 }
} }`;
const REVIEW = `mutation ($input: AddReviewInput!) { addReview(input: $input) {
  review { id supervisor { id } supervisorSignedOn } warnings { rule }
} }`;
const INVITE = `mutation ($input: InviteReviewSignatureInput!) { inviteReviewSignature(input: $input) { token } }`;
const TO_SIGN = `query ($token: String!) { reviewToSign(token: $token) { kind date ratings { employabilitySkill careerSkill score } } }`;
const SIGN_BY_LINK = `mutation ($input: SignReviewInput!) { signReview(input: $input) { signedOn } }`;
const SIGN = `mutation ($input: SignReviewInput!) { signReview(input: $input) { signedOn review { id } } }`;
const LOG = `mutation ($input: LogHoursInput!) { logHours(input: $input) { entry { hours placement { hoursLogged } } } }`;
const COMPLETE = `mutation ($input: CompletePlacementInput!) { completePlacement(input: $input) {
  placement { status compliance { rule } countsForPerkins5S3 hoursLogged }
} }`;
const REFLECT = `mutation ($input: AddReflectionInput!) { addReflection(input: $input) { reflection { id sharePublicly } } }`;
const SHARE = `mutation ($input: ShareReflectionInput!) { shareReflection(input: $input) { reflection { sharePublicly } } }`;
const WHOLE = `query ($id: ID!) { placement(id: $id) {
  status hoursLogged countsForPerkins5S3 compliance { rule } myCapGoal { text }
  history { from to } reflections { text sharePublicly }
  wblPlan { reviews { kind supervisorSignedOn studentSignedOn } skillGain { gain careerSkill { name } } }
} }`;

const CAREER_SKILLS = ['Reading drawings', 'Calibrating', 'Soldering'];
const EMPLOYABILITY_SKILLS = [
  'ATTENDANCE_PUNCTUALITY',
  'COMMUNICATION',
  'TEAMWORK_COLLABORATION',
  'MOTIVATION_INITIATIVE',
  'CRITICAL_THINKING_PROBLEM_SOLVING',
  'WORKPLACE_CULTURE_POLICY_SAFETY',
];
/** Fifteen Saturdays of eight hours: 120 hours. */
const SATURDAYS = Array.from({ length: 15 }, (_, week) =>
  new Date(Date.UTC(2026, 10, 7 + 7 * week)).toISOString().slice(0, 10),
);
const HOURS_A_SATURDAY = 8;

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
type Reflected = { readonly addReflection: { readonly reflection: { readonly id: string } } };

export type Lived = Offer & Planner & { readonly placement: string };
type Chapter = (teller: Teller, place: Place, lived: Lived) => Promise<void>;

const expectedVersion = async ({ tell }: Teller, place: Place, id: string) =>
  (
    await tell<{ readonly placement: { readonly version: number } }>(
      VERSION,
      staffOf(place).school,
      {
        id,
      },
    )
  ).placement.version;

async function planIsDrafted({ tell }: Teller, place: Place, placementId: string) {
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

/** Without a Youth Employment Permit somebody of 16 does not begin to work for pay. */
async function placementStarts(teller: Teller, place: Place, placementId: string) {
  const { tell, refused } = teller;
  const { school } = staffOf(place);
  const input = { placementId, expectedVersion: await expectedVersion(teller, place, placementId) };
  expect(await refused(START, school, { input })).toEqual(['WORK_PERMIT_REQUIRED']);
  const started = await tell(START, school, { input: { ...input, workPermitOnFile: true } });
  expect(started).toEqual({
    startPlacement: {
      placement: {
        status: 'ACTIVE',
        compliance: [{ rule: 'TWO_REVIEWS_REQUIRED' }],
        countsForPerkins5S3: false,
      },
    },
  });
}

type Held = { readonly kind: 'BASELINE' | 'FINAL'; readonly date: string; readonly score: number };

/** The supervisor signs by the link, once; then the student signs. */
async function reviewIsSigned(
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

async function hoursAreLogged({ tell }: Teller, { student, placement }: Lived): Promise<void> {
  for (const [index, workedOn] of SATURDAYS.entries()) {
    const input = { placementId: placement, workedOn, hours: HOURS_A_SATURDAY };
    expect(await tell(LOG, studentSelf(student), { input })).toEqual({
      logHours: {
        entry: { hours: 8, placement: { hoursLogged: HOURS_A_SATURDAY * (index + 1) } },
      },
    });
  }
}

async function studentReflects({ tell }: Teller, { student, placement }: Lived): Promise<void> {
  const self = studentSelf(student);
  const { addReflection } = await tell<Reflected>(REFLECT, self, {
    input: { placementId: placement, prompt: 'What stays?', text: 'Patience is a tool.' },
  });
  expect(addReflection).toMatchObject({ reflection: { sharePublicly: false } });
  const input = { reflectionId: addReflection.reflection.id, sharePublicly: true };
  expect(await tell(SHARE, self, { input })).toEqual({
    shareReflection: { reflection: { sharePublicly: true } },
  });
}

const SIGNED = { supervisorSignedOn: expect.any(String), studentSignedOn: expect.any(String) };
const FINISHED = {
  status: 'COMPLETED',
  hoursLogged: 120,
  countsForPerkins5S3: true,
  compliance: [],
  myCapGoal: { text: expect.stringContaining('the sea') },
  history: [
    { from: null, to: 'PROPOSED' },
    { from: 'PROPOSED', to: 'MATCHED' },
    { from: 'MATCHED', to: 'APPROVED' },
    { from: 'APPROVED', to: 'ACTIVE' },
    { from: 'ACTIVE', to: 'COMPLETED' },
  ],
  reflections: [{ text: 'Patience is a tool.', sharePublicly: true }],
  wblPlan: {
    reviews: [
      { kind: 'BASELINE', ...SIGNED },
      { kind: 'FINAL', ...SIGNED },
    ],
    skillGain: [
      ...EMPLOYABILITY_SKILLS.map(() => ({ gain: 2, careerSkill: null })),
      ...CAREER_SKILLS.map((name) => ({ gain: 2, careerSkill: { name } })),
    ],
  },
};

/** Planned, begun, reviewed, worked in for 120 hours, reviewed again, completed and reflected on. */
export const placementIsLived: Chapter = async (teller, place, lived) => {
  const { tell, refused, graph } = teller;
  const { school } = staffOf(place);
  const placementId = lived.placement;
  const plan = await planIsDrafted(teller, place, placementId);

  graph.moveTo('2026-11-02');
  await placementStarts(teller, place, placementId);
  graph.moveTo('2026-11-09');
  const baseline = { kind: 'BASELINE', date: '2026-11-09', score: 2 } as const;
  await reviewIsSigned(teller, place, { ...lived, plan, held: baseline });
  graph.moveTo('2027-02-26');
  await hoursAreLogged(teller, lived);

  const version = await expectedVersion(teller, place, placementId);
  const input = { placementId, expectedVersion: version };
  expect(await refused(COMPLETE, school, { input })).toEqual(['TWO_REVIEWS_REQUIRED']);
  const final = { kind: 'FINAL', date: '2027-02-26', score: 4 } as const;
  await reviewIsSigned(teller, place, { ...lived, plan, held: final });
  const now = await expectedVersion(teller, place, placementId);
  expect(await tell(COMPLETE, school, { input: { placementId, expectedVersion: now } })).toEqual({
    completePlacement: {
      placement: {
        ...{ status: 'COMPLETED', compliance: [] },
        ...{ countsForPerkins5S3: true, hoursLogged: 120 },
      },
    },
  });
  await studentReflects(teller, lived);
  expect(await tell(WHOLE, studentSelf(lived.student), { id: placementId })).toEqual({
    placement: FINISHED,
  });
};
