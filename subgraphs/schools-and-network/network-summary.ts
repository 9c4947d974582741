import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import { networkShare } from './domain/network-share.ts';
import { type SchoolFilter, whereSchools } from './school-filter.ts';
import { fiscalYearNow, todayAsDate } from './today.ts';

export type NetworkSummary = {
  readonly asOf: Date;
  readonly fiscalYear: number;
  readonly highSchools: number;
  readonly partners: number;
  readonly members: number;
  readonly inNetwork: number;
  readonly share: number | null;
};

/** How many of the open high schools are in the network today, and as what. */
export async function summarizeNetwork(
  context: Context,
  board: WorkforceBoardCode | null | undefined,
): Promise<NetworkSummary> {
  const count = (filter: SchoolFilter) =>
    context.read.count('school', whereSchools(context, { board, highSchool: true, ...filter }));
  const [highSchools, partners, members] = await Promise.all([
    count({}),
    count({ tier: 'PARTNER' }),
    count({ tier: 'MEMBER' }),
  ]);
  const inNetwork = partners + members;
  return {
    asOf: todayAsDate(context),
    fiscalYear: fiscalYearNow(context),
    highSchools,
    partners,
    members,
    inNetwork,
    share: networkShare(inNetwork, highSchools),
  };
}
