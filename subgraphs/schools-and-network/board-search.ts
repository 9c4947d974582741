import { checkTexts } from '../../platform/graphql/mutation-checks.ts';
import { handwritten } from '../../platform/read/handwritten.ts';
import type { Prisma } from './generated/client/client.ts';
import { pattern } from './text-search.ts';

const MAX_NAME = 100;

/** Boards by a part of their name, of their code, or of a name they had before. */
export function whereBoardNamed(name: string | null | undefined): Prisma.WorkforceBoardWhereInput {
  checkTexts({ name }, MAX_NAME);
  if (name === null || name === undefined) return {};
  return handwritten((column, given) => {
    const wanted = given(pattern(name));
    const code = `replace(${column('code')}::text, '_', ' ')`;
    const former = `exists (select from unnest(${column('aliases')}) as alias where alias ilike ${wanted})`;
    return `${column('name')} ilike ${wanted} or ${code} ilike ${wanted} or ${former}`;
  });
}
