import { checkTexts } from '../../platform/graphql/mutation-checks.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import { HIGH_SCHOOL_GRADES } from './domain/high-school.ts';
import type { NetworkTier } from './domain/tier.ts';
import type { Prisma } from './generated/client/client.ts';
import { pattern } from './text-search.ts';
import { whereAnyTier, whereTier } from './tier-filter.ts';
import { fiscalYearNow } from './today.ts';

type Optional<Value> = Value | null | undefined;
type Where = Prisma.SchoolWhereInput;

export type SchoolFilter = {
  readonly board?: Optional<WorkforceBoardCode>;
  readonly tier?: Optional<NetworkTier>;
  readonly district?: Optional<string>;
  readonly town?: Optional<string>;
  readonly search?: Optional<string>;
  readonly inNetwork?: Optional<boolean>;
  readonly highSchool?: Optional<boolean>;
  readonly includeClosed?: Optional<boolean>;
};

const MAX_SEARCH = 100;

/** Schools whose name, town or code has the text in it, whatever the case. */
const whereNamed = (text: string): Where =>
  handwritten((column, given) => {
    const wanted = given(pattern(text));
    const texts = [column('name'), column('town'), column('deseCode')];
    return texts.map((each) => `${each} ilike ${wanted}`).join(' or ');
  });

const whereTown = (town: string): Where =>
  handwritten((column, given) => `lower(${column('town')}) = lower(${given(town.trim())})`);

const whereHighSchool = (wanted: boolean): Where =>
  handwritten((column, given) => {
    const teaches = `${column('grades')} && ${given([...HIGH_SCHOOL_GRADES])}`;
    return wanted ? teaches : `not ${teaches}`;
  });

const whereInNetwork = (wanted: boolean, fiscalYear: number): Where =>
  wanted
    ? whereAnyTier(['PARTNER', 'MEMBER'], fiscalYear)
    : whereTier('NOT_IN_NETWORK', fiscalYear);

const given = <Value>(value: Optional<Value>, where: (value: Value) => Where): Where[] =>
  value === null || value === undefined ? [] : [where(value)];

/** The schools that fit a filter today. One that closed is left out where it is not asked for. */
export function whereSchools(context: Context, filter: SchoolFilter): Where {
  checkTexts({ search: filter.search, town: filter.town }, MAX_SEARCH);
  const year = fiscalYearNow(context);
  return {
    boardCode: filter.board ?? undefined,
    districtCode: filter.district ?? undefined,
    AND: [
      filter.includeClosed ? {} : { closedOn: null },
      ...given(filter.tier, (tier) => whereTier(tier, year)),
      ...given(filter.inNetwork, (wanted) => whereInNetwork(wanted, year)),
      ...given(filter.highSchool, whereHighSchool),
      ...given(filter.town, whereTown),
      ...given(filter.search, whereNamed),
    ],
  };
}
