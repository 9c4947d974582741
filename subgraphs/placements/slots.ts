import type { GraphQLResolveInfo } from 'graphql';
import { isUuid } from '../../platform/ids.ts';
import { loaderOfMap } from '../../platform/loader.ts';
import type { Context } from './context.ts';
import { FILLS_A_SLOT } from './domain/slots.ts';

/** How many slots of an opportunity are taken. A count of places, not of people anyone may see. */
export async function slotsFilled(
  context: Context,
  opportunityId: string,
  info: GraphQLResolveInfo,
): Promise<number> {
  if (!isUuid(opportunityId)) return 0;
  const taken = { status: { in: [...FILLS_A_SLOT] } };
  const count = (keys: readonly string[]) =>
    context.read.countFor('placement', { field: 'opportunityId', keys, type: 'uuid' }, taken);
  return context.loader(info, () => loaderOfMap(count, 0)).load(opportunityId);
}
