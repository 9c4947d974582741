import { badUserInput } from '../../../../platform/errors.ts';
import { dayInMassachusetts } from '../../../../platform/massachusetts-time.ts';
import type { WorkforceBoardCode } from '../../../../platform/vocabulary.ts';
import type { Context } from '../../context.ts';
import { fiscalYearOf } from '../../domain/fiscal-year.ts';
import type { SkillGainCell } from '../../generated/client/client.ts';
import { REPORT } from './keep-gain.ts';

export type GainGroup = 'ALL' | 'BOARD' | 'SCHOOL';
export type GainReport = {
  readonly fiscalYear: number;
  readonly asOf: Date;
  readonly cells: readonly SkillGainCell[];
};
type Asked = {
  readonly fiscalYear: number;
  readonly groupBy: GainGroup;
  readonly board: WorkforceBoardCode | null;
};

function placesAsked({ groupBy, board }: Asked) {
  switch (groupBy) {
    case 'ALL':
      return { place: board ?? 'STATE' };
    case 'BOARD':
      return { boardCode: null, place: board ?? { not: 'STATE' } };
    case 'SCHOOL':
      if (!board) throw badUserInput('"groupBy: SCHOOL" needs a "board": whose schools?');
      return { boardCode: board };
  }
}

/** The first fiscal year that can be asked for: the network began in it. */
const FIRST_YEAR = 1998;

function requireYear(year: number, now: Date): void {
  const last = fiscalYearOf(dayInMassachusetts(now));
  if (year >= FIRST_YEAR && year <= last) return;
  throw badUserInput(
    `"fiscalYear" cannot be ${year}. It is from ${FIRST_YEAR} to ${last}, the year it is.`,
  );
}

/** What is kept of a year's skill gain, in the order of places and skills. */
export async function skillGainOf(
  { db, now, skillGainUpToDate }: Context,
  asked: Asked,
): Promise<GainReport> {
  const { fiscalYear } = asked;
  requireYear(fiscalYear, now);
  const where = { fiscalYear, ...placesAsked(asked) };
  await skillGainUpToDate(fiscalYear, now);
  const orderBy = [{ label: 'asc' }, { place: 'asc' }, { skill: 'asc' }] as const;
  // Of one moment: whoever counts anew puts both in their places in one transaction.
  const [run, cells] = await db.$transaction(
    [
      db.reportRun.findUniqueOrThrow({
        where: { report_year: { report: REPORT, year: fiscalYear } },
      }),
      db.skillGainCell.findMany({ where, orderBy: [...orderBy] }),
    ],
    { isolationLevel: 'RepeatableRead' },
  );
  return { fiscalYear, asOf: run.computedAt, cells };
}
