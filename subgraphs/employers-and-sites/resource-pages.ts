import type { GraphQLResolveInfo } from 'graphql';
import {
  type Connection,
  type PageArgs,
  readCursor,
  rowsToRead,
  toConnection,
} from '../../platform/graphql/connection.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { requireReadable } from '../../platform/graphql/require-readable.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { OnboardingResource, OnboardingStep } from './generated/client/client.ts';

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
  const where = { step: step ?? undefined, boardCode: board ?? undefined };
  const rows: OnboardingResource[] = await context.read.many('onboardingResource', {
    ...planRead({ context, info, typeName: 'OnboardingResource', path: ['nodes'] }),
    where: { AND: [where, { id: { lt: before } }] },
    orderBy: { id: 'desc' },
    take: rowsToRead(page),
  });
  return toConnection(
    rows,
    page,
    ({ id }) => [id],
    () => context.read.count('onboardingResource', where),
  );
}
