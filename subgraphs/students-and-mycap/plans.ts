import type { GraphQLResolveInfo } from 'graphql';
import { ruleViolated } from '../../platform/errors.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { requireReadable } from '../../platform/graphql/require-readable.ts';
import { onlyUuids } from '../../platform/ids.ts';
import { loaderBy } from '../../platform/loader.ts';
import { visibleStudents } from './access.ts';
import type { Context } from './context.ts';
import type { MyCapGoal, MyCapPlan } from './generated/client/client.ts';
import type { KnownStudent } from './students.ts';

const idOf = (row: { readonly id: string }) => row.id;

/** A plan of a student the actor may see, or null: hidden and missing look the same. */
export async function findPlan(context: Context, id: string, info: GraphQLResolveInfo) {
  requireReadable(context, 'EDUCATION_RECORD', 'MyCapPlan');
  return context
    .loader(
      info,
      () =>
        loaderBy<MyCapPlan>(idOf, (ids) => {
          const query = planRead({ context, info, typeName: 'MyCapPlan' });
          const where = { id: { in: onlyUuids(ids) }, student: visibleStudents(context.actor) };
          return context.read.many('myCapPlan', { ...query, where }) as Promise<MyCapPlan[]>;
        }),
      'MyCapPlan',
    )
    .load(id);
}

/** A goal in the plan of a student the actor may see, or null. */
export async function findGoal(context: Context, id: string, info: GraphQLResolveInfo) {
  requireReadable(context, 'EDUCATION_RECORD', 'MyCapGoal');
  return context
    .loader(
      info,
      () =>
        loaderBy<MyCapGoal>(idOf, (ids) => {
          const query = planRead({ context, info, typeName: 'MyCapGoal' });
          const student = visibleStudents(context.actor);
          const where = { id: { in: onlyUuids(ids) }, plan: { student } };
          return context.read.many('myCapGoal', { ...query, where }) as Promise<MyCapGoal[]>;
        }),
      'MyCapGoal',
    )
    .load(id);
}

/** The plan that is written on, or the rule that there must be one. */
export function openPlanOf({ id, openPlan }: KnownStudent): MyCapPlan {
  if (!openPlan) throw ruleViolated('NO_OPEN_PLAN', `Student "${id}" has no open MyCAP plan.`);
  return openPlan;
}
