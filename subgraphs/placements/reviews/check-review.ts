import { z } from 'zod';
import { ruleViolated } from '../../../platform/errors.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { PLAN_FORMS } from '../domain/plan-form.ts';
import { reviewDateFit } from '../domain/review-date.ts';
import { type ReviewKind, reviewOrder } from '../domain/review-order.ts';
import { ratingsFit } from '../domain/review-ratings.ts';
import { reviewingSupervisor } from '../domain/reviewing-supervisor.ts';
import type { EmployabilitySkill, Placement } from '../generated/client/client.ts';
import { daysOf, type Transaction } from '../locked-placement.ts';

/** What a review says of itself, before it is written. */
export type ProposedReview = {
  readonly planId: string;
  readonly kind: ReviewKind;
  readonly date: Date;
  readonly supervisorId?: string | null | undefined;
  readonly ratings: readonly {
    readonly employabilitySkill?: EmployabilitySkill | null | undefined;
    readonly careerSkillId?: string | null | undefined;
    readonly score: number;
  }[];
};

export function checkDay(date: Date, placement: Placement, today: string): void {
  const day = isoDay(date);
  const fit = reviewDateFit(day, daysOf(placement), today);
  const refuse = (why: string) => ruleViolated('REVIEW_DATE', `"${day}" ${why}.`);
  if (fit.status === 'too-early')
    throw refuse(`is too long before the placement; reviews are held from ${fit.earliest} on`);
  if (fit.status === 'too-late')
    throw refuse(`is too long after the placement; reviews are held until ${fit.latest}`);
  if (fit.status === 'in-the-future') throw refuse(`is in the future; today is ${fit.today}`);
}

export async function checkOrder(
  transaction: Transaction,
  { planId, kind, date }: ProposedReview,
): Promise<void> {
  const rows = await transaction.wblReview.findMany({
    where: { planId },
    select: { kind: true, date: true },
  });
  const held = rows.map((row) => ({ kind: row.kind, day: isoDay(row.date) }));
  const order = reviewOrder({ kind, day: isoDay(date) }, held);
  if (order.status === 'there-already')
    throw ruleViolated(`ONE_${order.kind}`, `The plan "${planId}" has its ${kind} review already.`);
  if (order.status === 'baseline-after-final')
    throw ruleViolated(
      'BASELINE_AFTER_FINAL',
      `The final review was on ${order.final}; the baseline is before it.`,
    );
  if (order.status === 'final-before-baseline')
    throw ruleViolated(
      'FINAL_BEFORE_BASELINE',
      order.baseline
        ? `The baseline was on ${order.baseline}; the final review is after it.`
        : `The plan "${planId}" has no baseline review. Add that first.`,
    );
}

const supervisorsOfSite = z.array(z.object({ id: z.string(), leftOn: z.string().nullish() }));

/** The supervisors are those that employers-and-sites told of the placement's site. */
export async function checkReviewer(
  transaction: Transaction,
  { supervisorId, date }: ProposedReview,
  siteId: string | null,
): Promise<void> {
  if (!supervisorId && siteId)
    throw ruleViolated('SUPERVISOR_OF_SITE', 'A review names who held it: "supervisorId".');
  if (!supervisorId) return;
  const site = siteId ? await transaction.siteRef.findUnique({ where: { siteId } }) : null;
  const supervisors = supervisorsOfSite.parse(site?.supervisors ?? []);
  const fit = reviewingSupervisor(supervisorId, supervisors, isoDay(date));
  if (fit.status === 'not-of-this-site')
    throw ruleViolated(
      'SUPERVISOR_OF_SITE',
      `Supervisor "${supervisorId}" is none of the placement's site.`,
    );
  if (fit.status === 'had-left')
    throw ruleViolated(
      'SUPERVISOR_OF_SITE',
      `Supervisor "${supervisorId}" left the site on ${fit.leftOn}, before "${isoDay(date)}".`,
    );
}

export async function checkRatings(
  transaction: Transaction,
  { planId, ratings }: ProposedReview,
): Promise<void> {
  const plan = await transaction.wblPlan.findUniqueOrThrow({
    where: { id: planId },
    include: { careerSkills: { select: { id: true }, orderBy: { position: 'asc' } } },
  });
  const form = PLAN_FORMS[plan.planVersion];
  const skills = [...form.employability, ...plan.careerSkills.map(({ id }) => id)];
  const rated = ratings.map(({ employabilitySkill, careerSkillId, score }) => ({
    skill: employabilitySkill ?? careerSkillId ?? '',
    score,
  }));
  const fit = ratingsFit(rated, skills);
  switch (fit.status) {
    case 'fits':
      return;
    case 'out-of-range':
      throw ruleViolated(
        'RATING_RANGE',
        `The rating of ${fit.skill} cannot be ${fit.score}. It is from 1 to 5.`,
      );
    case 'rated-twice':
      throw ruleViolated('SKILL_RATED_TWICE', `${fit.skill} is rated twice; once is right.`);
    case 'not-of-this-plan':
      throw ruleViolated('SKILL_NOT_OF_PLAN', `${fit.skill} is no skill of the plan "${planId}".`);
    case 'not-rated':
      throw ruleViolated(
        'SKILLS_NOT_RATED',
        `A review rates every skill of its plan; missing: ${fit.skills.join(', ')}.`,
      );
  }
}
