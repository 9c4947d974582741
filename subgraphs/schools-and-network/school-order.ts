import { type PageArgs, readCursor } from '../../platform/graphql/connection.ts';
import { DESE_CODE_SHAPE } from '../../platform/ids.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import type { Prisma, School } from './generated/client/client.ts';

/** A name or a town is not one school's alone: the code decides among equals. */
export type SchoolSort = 'CODE' | 'NAME' | 'TOWN';

const COLUMNS = { NAME: 'name', TOWN: 'town' } as const;
/** The character that PostgreSQL cannot keep in a text is in none that it gave us. */
const TEXT = /^[^\0]*$/;

/** A school's place in a list, as a cursor of that list alone carries it. */
export const cursorOf =
  (sort: SchoolSort) =>
  (school: School): readonly string[] =>
    sort === 'CODE' ? [school.deseCode] : [sort, school[COLUMNS[sort]], school.deseCode];

type Place = {
  readonly orderBy: Prisma.SchoolOrderByWithRelationInput[];
  readonly condition: Prisma.SchoolWhereInput;
};

/** The order of a list, and the condition for what stands after the page before. */
export function whereAfter(page: PageArgs, sort: SchoolSort): Place {
  if (sort === 'CODE') {
    const [after] = readCursor(page, [DESE_CODE_SHAPE]) ?? [];
    return { orderBy: [{ deseCode: 'asc' }], condition: { deseCode: { gt: after } } };
  }
  const field = COLUMNS[sort];
  const orderBy = [{ [field]: 'asc' as const }, { deseCode: 'asc' as const }];
  const cursor = readCursor(page, [new RegExp(`^${sort}$`), TEXT, DESE_CODE_SHAPE]);
  if (!cursor) return { orderBy, condition: {} };
  const [, value, code] = cursor;
  const condition: Prisma.SchoolWhereInput = handwritten(
    (column, given) =>
      `(${column(field)}, ${column('deseCode')}) > (${given(value)}, ${given(code)})`,
  );
  return { orderBy, condition };
}
