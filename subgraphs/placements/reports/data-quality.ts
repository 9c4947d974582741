import type { GraphQLResolveInfo } from 'graphql';
import { planRead } from '../../../platform/graphql/plan-read.ts';
import { dayInMassachusetts } from '../../../platform/massachusetts-time.ts';
import { handwritten } from '../../../platform/read/handwritten.ts';
import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import { visiblePlacements } from '../access.ts';
import type { Context } from '../context.ts';
import { addDays } from '../domain/days.ts';
import { DATA_QUALITY_DEFINITION } from '../domain/report-definitions.ts';
import type { Placement, Prisma } from '../generated/client/client.ts';

const { nearTheEndDays, wantedHours, baselineWithinDays } = DATA_QUALITY_DEFINITION;
const MINUTES_PER_HOUR = 60;
/** Placements that one finding shows; its count is of all. */
export const MAX_SHOWN = 100;

const WITHOUT_BASELINE = handwritten(
  (column) => `not exists (
    select from wbl_plan plan join wbl_review review on review.plan_id = plan.id
     where plan.placement_id = ${column('id')} and review.kind = 'BASELINE')`,
);
const NO_PARTICIPANT = handwritten(
  (column) => `not exists (select from student_ref s where s.student_id = ${column('studentId')})`,
);

/** What can be missing from a placement; the type of pay cannot, for no placement is written without. */
export const DATA_QUALITY_CHECKS = {
  MISSING_WAGE: () => ({
    pay: { in: ['EMPLOYER_PAID', 'SUBSIDIZED'] },
    hourlyWageCents: null,
    status: { in: ['APPROVED', 'ACTIVE', 'COMPLETED', 'ENDED_EARLY'] },
  }),
  MISSING_PARTICIPANT: () => NO_PARTICIPANT,
  MISSING_BASELINE: (today) => ({
    ...WITHOUT_BASELINE,
    status: 'ACTIVE',
    startDate: { lt: new Date(addDays(today, -baselineWithinDays)) },
  }),
  SHORT_OF_HOURS: (today) => ({
    status: 'ACTIVE',
    wblType: { in: ['INTERNSHIP', 'CLINICAL_PRACTICUM', 'CAPSTONE'] },
    endDate: { lte: new Date(addDays(today, nearTheEndDays)) },
    loggedMinutes: { lt: wantedHours * MINUTES_PER_HOUR },
  }),
} as const satisfies Record<string, (today: string) => Prisma.PlacementWhereInput>;
export type DataQualityCheck = keyof typeof DATA_QUALITY_CHECKS;

/** What is missing among a board's placements, as far as the actor may see them. */
export type DataQuality = { readonly board: WorkforceBoardCode; readonly check: DataQualityCheck };

const whereOf = ({ actor, now }: Context, { board, check }: DataQuality) => ({
  AND: [
    { boardCode: board },
    DATA_QUALITY_CHECKS[check](dayInMassachusetts(now)),
    visiblePlacements(actor),
  ],
});

export const countOf = (context: Context, finding: DataQuality): Promise<number> =>
  context.read.count('placement', whereOf(context, finding));

export async function placementsOf(
  context: Context,
  finding: DataQuality,
  info: GraphQLResolveInfo,
): Promise<Placement[]> {
  const rows = await context.read.many('placement', {
    ...planRead({ context, info }),
    where: whereOf(context, finding),
    orderBy: [{ startDate: 'desc' }, { id: 'asc' }],
    take: MAX_SHOWN,
  });
  return rows as Placement[];
}
