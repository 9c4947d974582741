import type { Actor } from '../../../platform/actor.ts';
import { notFound, ruleViolated } from '../../../platform/errors.ts';
import type { ApprovalSide } from '../domain/approvals.ts';
import { isEligibleStudent, mayParentConsent } from '../domain/consent.ts';
import type { KnownPlacement } from '../known-placements.ts';

/** An eligible student agrees themself (603 CMR 23.02); a parent may until the student is 18. */
export function requireRightToConsent({ role }: Actor, { student, facts }: KnownPlacement): void {
  const { today } = facts;
  if (role === 'STUDENT' && !(student && isEligibleStudent(student.bornOn, student.grade, today)))
    throw ruleViolated(
      'NOT_AN_ELIGIBLE_STUDENT',
      'A student agrees themself from 14 or from grade 9 on; before that a parent does.',
    );
  if (role === 'FAMILY' && !(student && mayParentConsent(student.bornOn, today)))
    throw ruleViolated(
      'STUDENT_IS_OF_AGE',
      'A parent agrees until the student is 18; from then on the student does.',
    );
}

/** The goal must be one of the student's. */
export function requireGoal({ student }: KnownPlacement, goalId: string): void {
  if (!student?.goalIds.includes(goalId)) throw notFound('MyCapGoal', goalId);
}

/** The school agrees to what serves a goal of the student's plan. */
export function requireGoalLink(side: ApprovalSide, goalId: string | null): void {
  if (side !== 'SCHOOL' || goalId !== null) return;
  throw ruleViolated(
    'MYCAP_GOAL_REQUIRED',
    'The placement serves no goal of the MyCAP plan yet. Name one in "myCapGoalId".',
  );
}
