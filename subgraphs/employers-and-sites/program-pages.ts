import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { listPage } from '../../platform/graphql/list-page.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import type { Context } from './context.ts';
import type { OpportunityProgram, Prisma, Season } from './generated/client/client.ts';

type Filter = {
  readonly fiscalYear?: number | null | undefined;
  readonly seasons?: readonly Season[] | null | undefined;
};

/** A page of programs, the latest announced first. */
export async function pageOfPrograms(
  context: Context,
  info: GraphQLResolveInfo,
  { fiscalYear, seasons }: Filter,
  page: PageArgs,
): Promise<Connection<OpportunityProgram>> {
  const [before] = readCursor(page, [UUID_SHAPE]) ?? [];
  const where: Prisma.OpportunityProgramWhereInput = {
    fiscalYear: fiscalYear ?? undefined,
    season: seasons ? { in: [...seasons] } : undefined,
  };
  return listPage(context, info, page, {
    typeName: 'OpportunityProgram',
    where,
    after: { id: { lt: before } },
    orderBy: { id: 'desc' } satisfies Prisma.OpportunityProgramOrderByWithRelationInput,
    cursorOf: ({ id }: OpportunityProgram) => [id],
    rows: (args) => context.read.many('opportunityProgram', args),
    count: () => context.read.count('opportunityProgram', where),
  });
}
