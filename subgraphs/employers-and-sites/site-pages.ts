import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { listPage } from '../../platform/graphql/list-page.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { OnboardingStatus, Prisma, Site } from './generated/client/client.ts';

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
  const where: Prisma.SiteWhereInput = {
    boardCode: board ?? undefined,
    onboardingStatus: onboarding ? { in: [...onboarding] } : undefined,
  };
  return listPage(context, info, page, {
    typeName: 'Site',
    where,
    after: { id: { gt: after } },
    orderBy: { id: 'asc' } satisfies Prisma.SiteOrderByWithRelationInput,
    cursorOf: ({ id }: Site) => [id],
    rows: (args) => context.read.many('site', args),
    count: () => context.read.count('site', where),
  });
}
