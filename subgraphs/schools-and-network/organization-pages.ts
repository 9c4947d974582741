import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { listPage } from '../../platform/graphql/list-page.ts';
import { checkTexts } from '../../platform/graphql/mutation-checks.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import type { Context } from './context.ts';
import type { OrganizationKind, PartnerOrganization, Prisma } from './generated/client/client.ts';
import { pattern } from './text-search.ts';

const MAX_SEARCH = 100;
/** The character that PostgreSQL cannot keep in a text is in none that it gave us. */
const NAME = /^[^\0]*$/;

type OrganizationFilter = {
  readonly kind?: OrganizationKind | null | undefined;
  readonly search?: string | null | undefined;
};

function whereOrganization({
  kind,
  search,
}: OrganizationFilter): Prisma.PartnerOrganizationWhereInput {
  checkTexts({ search }, MAX_SEARCH);
  const named = search
    ? handwritten((column, given) => `${column('name')} ilike ${given(pattern(search))}`)
    : {};
  return { kind: kind ?? undefined, ...named };
}

/** A page of the organizations by name, each of which has a name of its own. */
export async function pageOfOrganizations(
  context: Context,
  info: GraphQLResolveInfo,
  { first, after, ...filter }: PageArgs & OrganizationFilter,
): Promise<Connection<PartnerOrganization>> {
  const page = { first, after };
  const where = whereOrganization(filter);
  const [last] = readCursor(page, [NAME]) ?? [];
  return listPage(context, info, page, {
    typeName: 'PartnerOrganization',
    where,
    after: { name: { gt: last } },
    orderBy: { name: 'asc' } satisfies Prisma.PartnerOrganizationOrderByWithRelationInput,
    cursorOf: ({ name }: PartnerOrganization) => [name],
    rows: (args) => context.read.many('partnerOrganization', args),
    count: () => context.read.count('partnerOrganization', where),
  });
}
