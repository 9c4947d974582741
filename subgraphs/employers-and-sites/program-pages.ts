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
import type { Context } from './context.ts';
import type { OpportunityProgram, Season } from './generated/client/client.ts';

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
  const where = {
    fiscalYear: fiscalYear ?? undefined,
    season: seasons ? { in: [...seasons] } : undefined,
  };
  const rows: OpportunityProgram[] = await context.read.many('opportunityProgram', {
    ...planRead({ context, info, typeName: 'OpportunityProgram', path: ['nodes'] }),
    where: { AND: [where, { id: { lt: before } }] },
    orderBy: { id: 'desc' },
    take: rowsToRead(page),
  });
  return toConnection(
    rows,
    page,
    ({ id }) => [id],
    () => context.read.count('opportunityProgram', where),
  );
}
