import type { GraphQLResolveInfo } from 'graphql';
import { badUserInput } from '../../platform/errors.ts';
import { type Connection, type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { listPage } from '../../platform/graphql/list-page.ts';
import { UUID_SHAPE } from '../../platform/ids.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import type { WorkforceBoardCode } from '../../platform/vocabulary.ts';
import type { Context } from './context.ts';
import type { Employer, EmployerSector, Prisma } from './generated/client/client.ts';

type Filter = {
  readonly board?: WorkforceBoardCode | null | undefined;
  readonly sector?: EmployerSector | null | undefined;
  readonly name?: string | null | undefined;
};

/** The least of a name that is worth looking for, and the most. */
const NAME_LENGTH = { least: 2, most: 100 };
/** Every text that PostgreSQL can hold. */
const NAME_SHAPE = /^[^\0]*$/;

/** Every word that is asked begins a word of the name; the index of names serves it. */
function named(name: string | null | undefined): object {
  if (name === null || name === undefined) return {};
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.join('').length < NAME_LENGTH.least || name.length > NAME_LENGTH.most)
    throw badUserInput(
      `"name" cannot be "${name.slice(0, NAME_LENGTH.most)}". It has at least ${NAME_LENGTH.least} letters or digits, and at most ${NAME_LENGTH.most} characters.`,
      { argument: 'name' },
    );
  const query = words.map((word) => `${word}:*`).join(' & ');
  return handwritten(
    (column, given) =>
      `to_tsvector('simple', ${column('name')}) @@ to_tsquery('simple', ${given(query)})`,
  );
}

function afterCursor(page: PageArgs): Prisma.EmployerWhereInput {
  const [name, id] = readCursor(page, [NAME_SHAPE, UUID_SHAPE]) ?? [];
  if (name === undefined) return {};
  return { name: { gte: name }, OR: [{ name: { gt: name } }, { id: { gt: id } }] };
}

/** A page of employers, by name. */
export async function pageOfEmployers(
  context: Context,
  info: GraphQLResolveInfo,
  { board, sector, name }: Filter,
  page: PageArgs,
): Promise<Connection<Employer>> {
  const where: Prisma.EmployerWhereInput = {
    boardCode: board ?? undefined,
    sector: sector ?? undefined,
    ...named(name),
  };
  return listPage(context, info, page, {
    typeName: 'Employer',
    where,
    after: afterCursor(page),
    orderBy: [{ name: 'asc' }, { id: 'asc' }] satisfies Prisma.EmployerOrderByWithRelationInput[],
    cursorOf: (employer: Employer) => [employer.name, employer.id],
    rows: (args) => context.read.many('employer', args),
    count: () => context.read.count('employer', where),
  });
}
