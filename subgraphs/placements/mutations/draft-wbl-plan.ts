import { badUserInput, conflict, forbidden, ruleViolated } from '../../../platform/errors.ts';
import {
  checkTexts,
  IDEMPOTENCY_KEY,
  requireSignedIn,
} from '../../../platform/graphql/mutation-checks.ts';
import { once } from '../../../platform/graphql/once.ts';
import { canWriteWblPlan } from '../access.ts';
import { builder } from '../builder.ts';
import { careerSkillsFit } from '../domain/career-skills.ts';
import { PLAN_FORMS, type PlanVersion } from '../domain/plan-form.ts';
import { CAN_HAVE_A_PLAN } from '../domain/under-way.ts';
import { lockPlacement, requireStatus, type Transaction } from '../locked-placement.ts';
import { WblPlanVersionEnum } from '../types/enums.ts';
import { RuleWarning, type Warning } from '../types/rule-warning.ts';
import { WblPlan } from '../types/wbl-plan.ts';
import { requirePlacement, writtenPlan } from '../visible-rows.ts';

const MAX_NAME = 200;
/** Of a job description or a definition, in characters: about two pages. */
const MAX_TEXT = 5_000;
/** More than any plan has; a longer list is a mistake. */
const MAX_CAREER_SKILLS = 30;

const CareerSkillInput = builder.inputType('CareerSkillInput', {
  description: 'A skill of the career and the workplace.',
  fields: (t) => ({
    name: t.string({ required: true, description: 'Its name; at most 200 characters.' }),
    definition: t.string({ description: 'What is meant by it; at most 5,000 characters.' }),
  }),
});

const DraftWblPlanInput = builder.inputType('DraftWblPlanInput', {
  description: 'A Work-Based Learning Plan as it should read.',
  fields: (t) => ({
    placementId: t.id({ required: true, description: 'For which placement.' }),
    jobDescription: t.string({
      required: true,
      description: 'What the student does; at most 5,000 characters.',
    }),
    careerSkills: t.field({
      type: [CareerSkillInput],
      required: true,
      description: 'In their order. Today the plan has three to five; more are warned of.',
    }),
    planVersion: t.field({
      type: WblPlanVersionEnum,
      description: "The form; today's where it is not given.",
    }),
    expectedVersion: t.int({
      description: 'The `version` of the plan that this replaces. Left out for the first draft.',
    }),
  }),
});
type Input = typeof DraftWblPlanInput.$inferInput;

type Payload = { readonly planId: string; readonly warnings: readonly Warning[] };
const DraftWblPlanPayload = builder.objectRef<Payload>('DraftWblPlanPayload').implement({
  description: 'What was drafted.',
  classified: 'EDUCATION_RECORD',
  fields: (t) => ({
    plan: t.field({
      type: WblPlan,
      nullable: true,
      description: 'The plan.',
      resolve: ({ planId }, _args, context, info) => writtenPlan(context, info, planId),
    }),
    warnings: t.field({
      type: [RuleWarning],
      nullable: true,
      description: 'What is unusual about it: one a rule, at most 5.',
      resolve: ({ warnings }) => [...warnings],
    }),
  }),
});

const versionOf = ({ planVersion }: Input): PlanVersion => planVersion ?? 'CURRENT';

function checkShape({ jobDescription, careerSkills }: Input): void {
  checkTexts({ jobDescription }, MAX_TEXT);
  if (careerSkills.length > MAX_CAREER_SKILLS)
    throw badUserInput(
      `"careerSkills" has ${careerSkills.length} skills; at most ${MAX_CAREER_SKILLS} are possible.`,
    );
  for (const { name, definition } of careerSkills) {
    checkTexts({ name }, MAX_NAME);
    checkTexts({ definition }, MAX_TEXT);
  }
}

function checkSkills(input: Input): readonly Warning[] {
  const names = input.careerSkills.map(({ name }) => name);
  const fit = careerSkillsFit(names, versionOf(input));
  if (fit.status === 'too-few')
    throw ruleViolated(
      'CAREER_SKILLS',
      `The plan has ${names.length} career skills; it names ${fit.least} or more.`,
    );
  if (fit.status === 'named-twice')
    throw ruleViolated('CAREER_SKILL_TWICE', `The plan names "${fit.name}" twice; once is right.`);
  if (fit.status === 'fits') return [];
  const message = `The plan has ${names.length} career skills; ${fit.usualMost} at most are usual.`;
  return [{ rule: 'CAREER_SKILLS', message }];
}

/** The plan to replace, or null for a first draft: the version that the caller knew decides. */
async function planToReplace(transaction: Transaction, { placementId, expectedVersion }: Input) {
  const plan = await transaction.wblPlan.findUnique({
    where: { placementId },
    include: { reviews: { select: { id: true }, take: 1 } },
  });
  const [found, expected] = [plan?.version ?? null, expectedVersion ?? null];
  if (found !== expected)
    throw conflict(
      `The plan of placement "${placementId}" has version ${found ?? 'none'}, not ${expected ?? 'none'}. Read it again.`,
    );
  if (plan && plan.reviews.length > 0)
    throw ruleViolated(
      'PLAN_IN_REVIEW',
      `The plan "${plan.id}" has been reviewed; from then on its skills stay.`,
    );
  return plan;
}

/** Old forms bring skills that today's six have no word for; they come before the plan's own. */
const skillsOf = (input: Input) =>
  [
    ...PLAN_FORMS[versionOf(input)].foundation.map((name) => ({ name, definition: null })),
    ...input.careerSkills,
  ].map(({ name, definition }, position) => ({
    position,
    name: name.trim(),
    definition: definition ?? null,
  }));

async function write(transaction: Transaction, input: Input): Promise<string> {
  const { placementId, jobDescription } = input;
  // Two who draft at once draft one after the other.
  const placement = await lockPlacement(transaction, placementId);
  requireStatus(placement, CAN_HAVE_A_PLAN, 'have a plan');
  const replaced = await planToReplace(transaction, input);
  const data = {
    jobDescription,
    planVersion: versionOf(input),
    careerSkills: { create: skillsOf(input) },
  };
  if (!replaced) {
    const { id } = await transaction.wblPlan.create({
      data: { ...data, placementId },
      select: { id: true },
    });
    return id;
  }
  await transaction.careerSkill.deleteMany({ where: { planId: replaced.id } });
  await transaction.wblPlan.update({
    where: { id: replaced.id },
    data: { ...data, version: { increment: 1 } },
    select: { id: true },
  });
  return replaced.id;
}

builder.mutationFields((t) => ({
  draftWblPlan: t.field({
    type: DraftWblPlanPayload,
    nullable: true,
    description:
      'Drafts the Work-Based Learning Plan of a placement, or drafts it anew until its first review.',
    args: {
      input: t.arg({ type: DraftWblPlanInput, required: true, description: 'The plan.' }),
      idempotencyKey: t.arg.string({ description: IDEMPOTENCY_KEY }),
    },
    resolve: async (_root, { input, idempotencyKey: key }, context) => {
      requireSignedIn(context, '"draftWblPlan"');
      checkShape(input);
      await requirePlacement(context, input.placementId);
      if (!canWriteWblPlan(context.actor)) throw forbidden(context.actor.role, 'draft a WBL plan');
      const warnings = checkSkills(input);
      const planId = await once(
        context,
        { mutation: 'draftWblPlan', key, input },
        (transaction: Transaction) => write(transaction, input),
      );
      return { planId, warnings };
    },
  }),
}));
