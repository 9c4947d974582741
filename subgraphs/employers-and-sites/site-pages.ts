import type { GraphQLResolveInfo } from 'graphql';
import {
  type Connection,
  type PageArgs,
  readCursor,
  rowsToRead,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { OnboardingStatus, Site } from './generated/client/client.ts';

type Filter = {
  readonly board?: WorkforceBoardCode | null | undefined;
  readonly onboarding?: readonly OnboardingStatus[] | null | undefined;
};

/** A page of sites, in the order of their ids. */
export async function pageOfSites(
  context: Context,
  info: GraphQLResolveInfo,
  { board, onboarding }: Filter,
  page: PageArgs,
): Promise<Connection<Site>> {
  const [after] = readCursor(page, [UUID_SHAPE]) ?? [];
  const where = {
    boardCode: board ?? undefined,
    onboardingStatus: onboarding ? { in: [...onboarding] } : undefined,
  };
  const rows: Site[] = await context.read.many('site', {
    ...planRead({ context, info, typeName: 'Site', path: ['nodes'] }),
    where: { AND: [where, { id: { gt: after } }] },
    orderBy: { id: 'asc' },
    take: rowsToRead(page),
  });
  return toConnection(
    rows,
    page,
    (site) => [site.id],
    () => context.read.count('site', where),
  );
}
