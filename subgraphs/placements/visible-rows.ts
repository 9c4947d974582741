import type { GraphQLResolveInfo } from 'graphql';
import { notFound } from '../../platform/errors.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { isUuid } from '../../platform/ids.ts';
import { visiblePlacements } from './access.ts';
import type { Context } from './context.ts';

/** One row by its id, with what the selection at `info` asks of it; null where the actor may not see it. */
type FindWritten<Row> = (
  context: Context,
  info: GraphQLResolveInfo,
  id: string,
) => Promise<Row | null>;

/** A row of a placement that the actor may see. Hidden and missing look the same. */
const required = <Row>(type: string, id: string, rows: readonly Row[]): Row => {
  const [row] = rows;
  if (!row) throw notFound(type, id);
  return row;
};

const written =
  <Row>(
    read: (context: Context, query: object, id: string) => Promise<readonly Row[]>,
  ): FindWritten<Row> =>
  async (context, info, id) => {
    const rows = await read(context, planRead({ context, info }), id);
    return rows[0] ?? null;
  };

export const writtenPlacement = written(({ read, actor }, query, id) =>
  read.many('placement', { ...query, where: { AND: [{ id }, visiblePlacements(actor)] } }),
);
export const writtenPlan = written(({ read, actor }, query, id) =>
  read.many('wblPlan', { ...query, where: { id, placement: visiblePlacements(actor) } }),
);
export const writtenReview = written(({ read, actor }, query, id) => {
  const where = { id, plan: { placement: visiblePlacements(actor) } };
  return read.many('wblReview', { ...query, where });
});
export const writtenReflection = written(({ read, actor }, query, id) =>
  read.many('reflection', { ...query, where: { id, placement: visiblePlacements(actor) } }),
);
export const writtenHours = written(({ read, actor }, query, id) =>
  read.many('hoursEntry', { ...query, where: { id, placement: visiblePlacements(actor) } }),
);

export async function requirePlacement({ read, actor }: Context, id: string) {
  const where = { AND: [{ id }, visiblePlacements(actor)] };
  return required('Placement', id, isUuid(id) ? await read.many('placement', { where }) : []);
}

export async function requirePlan({ read, actor }: Context, id: string) {
  const where = { id, placement: visiblePlacements(actor) };
  const include = { placement: true } as const;
  return required('WblPlan', id, isUuid(id) ? await read.many('wblPlan', { where, include }) : []);
}

export async function requireReview({ read, actor }: Context, id: string) {
  const where = { id, plan: { placement: visiblePlacements(actor) } };
  return required('WblReview', id, isUuid(id) ? await read.many('wblReview', { where }) : []);
}

export async function requireReflection({ read, actor }: Context, id: string) {
  const where = { id, placement: visiblePlacements(actor) };
  return required('Reflection', id, isUuid(id) ? await read.many('reflection', { where }) : []);
}
