import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { listPage } from '../../platform/graphql/list-page.ts';
import { requireReadable } from '../../platform/graphql/require-readable.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { OnboardingResource, OnboardingStep, Prisma } from './generated/client/client.ts';

type Filter = {
  readonly step?: OnboardingStep | null | undefined;
  readonly board?: WorkforceBoardCode | null | undefined;
};

/** A page of what colleagues recommend, the latest first. */
export async function pageOfResources(
  context: Context,
  info: GraphQLResolveInfo,
  { step, board }: Filter,
  page: PageArgs,
): Promise<Connection<OnboardingResource>> {
  requireReadable(context, 'STAFF_DIRECTORY', 'onboardingResources');
  const [before] = readCursor(page, [UUID_SHAPE]) ?? [];
  const where: Prisma.OnboardingResourceWhereInput = {
    step: step ?? undefined,
    boardCode: board ?? undefined,
  };
  return listPage(context, info, page, {
    typeName: 'OnboardingResource',
    where,
    after: { id: { lt: before } },
    orderBy: { id: 'desc' } satisfies Prisma.OnboardingResourceOrderByWithRelationInput,
    cursorOf: ({ id }: OnboardingResource) => [id],
    rows: (args) => context.read.many('onboardingResource', args),
    count: () => context.read.count('onboardingResource', where),
  });
}
