import { ruleViolated } from '../../../platform/errors.ts';
import { isoDay } from '../../../platform/massachusetts-time.ts';
import { isEmployment } from '../domain/employment.ts';
import { isEnrolledAt } from '../domain/enrollment.ts';
import { asHours } from '../domain/hours.ts';
import { besideIt, type Job, weeklyHours } from '../domain/weekly-hours.ts';
import type { Placement } from '../generated/client/client.ts';
import type { KnownPlacement } from '../known-placements.ts';
import { daysOf, type Transaction } from '../locked-placement.ts';

/** Of two placements of a student that start at once, the second one waits here and then sees the first. */
export async function lockStudent(transaction: Transaction, studentId: string): Promise<void> {
  await transaction.$queryRaw`
    select 1 from student_ref where student_id = ${studentId}::uuid for no key update`;
}

export function requireEnrolled(
  { studentId, schoolCode, startDate }: Placement,
  { student }: KnownPlacement,
): void {
  const start = isoDay(startDate);
  if (isEnrolledAt(student?.enrollments ?? [], schoolCode, start)) return;
  throw ruleViolated(
    'NOT_ENROLLED',
    `Student "${studentId}" is not enrolled at school ${schoolCode} on the first day, ${start}.`,
  );
}

/** Cooperative education is supervised by school and employer, so somebody has to be there for the employer. */
export function requireSupervisor(
  { id, wblType }: Placement,
  { supervisors, facts: { today } }: KnownPlacement,
): void {
  const isThere = supervisors.some(({ leftOn }) => !leftOn || leftOn >= today);
  if (wblType !== 'COOPERATIVE_EDUCATION' || isThere) return;
  throw ruleViolated(
    'SITE_SUPERVISOR_REQUIRED',
    `The site of placement "${id}" has no supervisor; cooperative education is supervised by school and employer.`,
  );
}

const jobOf = (placement: Placement): Job => ({
  ...daysOf(placement),
  minutesPerWeek: placement.minutesPerWeek,
});

/** Refuses a job that, with the ones the student has on the same days, passes the legal weekly cap. */
export async function requireHoursToFit(
  transaction: Transaction,
  placement: Placement,
  { facts: { bornOn } }: KnownPlacement,
): Promise<void> {
  if (bornOn === null || !isEmployment(placement)) return;
  const others = await transaction.placement.findMany({
    where: { studentId: placement.studentId, status: 'ACTIVE', id: { not: placement.id } },
  });
  const job = jobOf(placement);
  const beside = besideIt(job, others.filter(isEmployment).map(jobOf));
  const fit = weeklyHours(bornOn, job, beside);
  if (fit.status === 'fits') return;
  throw ruleViolated(
    'WEEKLY_HOURS_CAP',
    `With ${beside.length} other placements it is ${asHours(fit.minutes)} hours in the week of ${fit.day}; the law allows the student ${asHours(fit.cap)}.`,
  );
}
