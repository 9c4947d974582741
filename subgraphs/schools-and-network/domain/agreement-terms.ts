import type { Side } from './agreement-state.ts';
import { type BrokenRule, firstBroken } from './broken-rule.ts';

type CoveredSchool = {
  readonly deseCode: string;
  readonly districtCode: string;
  readonly boardCode: string;
  readonly closedOn: Date | null;
};
type Coordinator = { readonly id: string; readonly schoolCode: string | null };

/** What two sides would agree on. */
export type Terms = {
  readonly districtCode: string;
  readonly boardCode: string;
  readonly fiscalYear: number;
  readonly schools: readonly CoveredSchool[];
  readonly coordinators: readonly Coordinator[];
  readonly commitments: readonly { readonly side: Side }[];
};

const SIDES = ['SCHOOL', 'WORKFORCE_BOARD'] as const;

/** Agreements are made for the fiscal year that runs and for the one after it. */
function wrongYear({ fiscalYear }: Terms, current: number): BrokenRule | null {
  if (fiscalYear === current || fiscalYear === current + 1) return null;
  const message = `An agreement is for fiscal year ${current} or ${current + 1}, not for ${fiscalYear}.`;
  return { rule: 'PARTNERSHIP_YEAR', message };
}

function noSchool({ schools }: Terms): BrokenRule | null {
  if (schools.length > 0) return null;
  return { rule: 'PARTNERSHIP_SCHOOLS', message: 'It covers no school. Name one or more.' };
}

function foreignSchool({ schools, districtCode }: Terms): BrokenRule | null {
  const foreign = schools.find((school) => school.districtCode !== districtCode);
  if (!foreign) return null;
  const message = `School "${foreign.deseCode}" is of district "${foreign.districtCode}", not of "${districtCode}".`;
  return { rule: 'PARTNERSHIP_DISTRICT', message };
}

function otherBoard({ schools, boardCode }: Terms): BrokenRule | null {
  const other = schools.find((school) => school.boardCode !== boardCode);
  if (!other) return null;
  const message = `School "${other.deseCode}" belongs to board ${other.boardCode}, not to ${boardCode}.`;
  return { rule: 'PARTNERSHIP_BOARD', message };
}

/** Nobody joins the network, or makes an agreement, with a school that is closed. */
export function closedSchool(
  schools: readonly Pick<CoveredSchool, 'deseCode' | 'closedOn'>[],
): BrokenRule | null {
  const closed = schools.find(({ closedOn }) => closedOn !== null);
  if (!closed) return null;
  return {
    rule: 'SCHOOL_CLOSED',
    message: `School "${closed.deseCode}" is closed. Name one that is open.`,
  };
}

function noCoordinator({ coordinators }: Terms): BrokenRule | null {
  if (coordinators.length > 0) return null;
  const message =
    'It designates no coordinator for work-based learning. Name one or more of the covered schools.';
  return { rule: 'PARTNERSHIP_COORDINATOR', message };
}

function strangeCoordinator({ coordinators, schools }: Terms): BrokenRule | null {
  const covered = new Set(schools.map(({ deseCode }) => deseCode));
  const strange = coordinators.find(({ schoolCode }) => !covered.has(schoolCode ?? ''));
  if (!strange) return null;
  const message = `Coordinator "${strange.id}" is not employed at a school that it covers.`;
  return { rule: 'PARTNERSHIP_COORDINATOR_EMPLOYED', message };
}

function oneSided({ commitments }: Terms): BrokenRule | null {
  const without = SIDES.find((side) => !commitments.some((each) => each.side === side));
  if (!without) return null;
  const message = `Side ${without} commits nothing. Each side commits one resource or more.`;
  return { rule: 'PARTNERSHIP_COMMITMENTS', message };
}

/** The first rule that an agreement's terms break, when it is proposed, renewed or signed. */
export const brokenTerms = (terms: Terms, currentFiscalYear: number): BrokenRule | null =>
  firstBroken(
    wrongYear(terms, currentFiscalYear),
    noSchool(terms),
    foreignSchool(terms),
    closedSchool(terms.schools),
    otherBoard(terms),
    noCoordinator(terms),
    strangeCoordinator(terms),
    oneSided(terms),
  );
