import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { listPage } from '../../platform/graphql/list-page.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import { visibleAgreements } from './access.ts';
import type { Context } from './context.ts';
import type { AgreementStatus } from './domain/agreement-state.ts';
import type { PartnershipAgreement, Prisma } from './generated/client/client.ts';
import { fiscalYearNow } from './today.ts';

type Where = Prisma.PartnershipAgreementWhereInput;
type Optional<Value> = Value | null | undefined;
type Filter = {
  readonly board?: Optional<WorkforceBoardCode>;
  readonly district?: Optional<string>;
  readonly fiscalYear?: Optional<number>;
  readonly status?: Optional<readonly AgreementStatus[]>;
};

/** A status today as a condition: what `statusOn` says of a row. */
function whereStatus(status: AgreementStatus, current: number): Where {
  if (status === 'ACTIVE') return { status, fiscalYear: { gte: current } };
  if (status === 'EXPIRED') return { status: 'ACTIVE', fiscalYear: { lt: current } };
  return { status };
}

function whereAgreements(context: Context, filter: Filter): Where {
  const current = fiscalYearNow(context);
  const ofStatus = filter.status
    ? { OR: filter.status.map((status) => whereStatus(status, current)) }
    : {};
  return {
    boardCode: filter.board ?? undefined,
    districtCode: filter.district ?? undefined,
    fiscalYear: filter.fiscalYear ?? undefined,
    AND: [visibleAgreements(context.actor), ofStatus],
  };
}

/** A page of the partnership agreements that fit a filter and that the actor may see. */
export async function pageOfAgreements(
  context: Context,
  info: GraphQLResolveInfo,
  { first, after, ...filter }: PageArgs & Filter,
): Promise<Connection<PartnershipAgreement>> {
  const page = { first, after };
  const where = whereAgreements(context, filter);
  const [last] = readCursor(page, [UUID_SHAPE]) ?? [];
  return listPage(context, info, page, {
    typeName: 'PartnershipAgreement',
    where,
    after: { id: { gt: last } },
    orderBy: { id: 'asc' } satisfies Prisma.PartnershipAgreementOrderByWithRelationInput,
    cursorOf: ({ id }: PartnershipAgreement) => [id],
    rows: (args) => context.read.many('partnershipAgreement', args),
    count: () => context.read.count('partnershipAgreement', where),
  });
}
