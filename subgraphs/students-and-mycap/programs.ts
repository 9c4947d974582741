import type { GraphQLResolveInfo } from 'graphql';
import { loaderBy } from '../../platform/loader.ts';
import type { Context } from './context.ts';
import type { ProgramRef } from './generated/client/client.ts';

/** What the schools subgraph told of a program; null where it told nothing yet. */
export const findProgram = (
  context: Context,
  id: string,
  info: GraphQLResolveInfo,
): Promise<ProgramRef | null> =>
  context
    .loader(info, () =>
      loaderBy<ProgramRef>(
        (program) => program.id,
        (ids) => context.read.many('programRef', { where: { id: { in: [...ids] } } }),
      ),
    )
    .load(id);
