import type { GraphQLResolveInfo } from 'graphql';
import { DomainError } from '../../platform/errors.ts';
import { planRead } from '../../platform/graphql/plan-read.ts';
import { isUuid } from '../../platform/ids.ts';
import { visibleSharing } from './access.ts';
import type { Context } from './context.ts';
import type { SharingStatus } from './domain/sharing-status.ts';
import type { DataSharingAgreement, Prisma } from './generated/client/client.ts';
import { todayAsDate } from './today.ts';

type Where = Prisma.DataSharingAgreementWhereInput;

/** A status today as a condition: what `sharingStatusOn` says of a row. */
function whereStatus(status: SharingStatus, today: Date): Where {
  switch (status) {
    case 'DRAFT':
    case 'TERMINATED':
      return { status };
    case 'ACTIVE':
    case 'SUSPENDED':
      return { status, effectiveTo: { gte: today } };
    case 'EXPIRED':
      return { status: { in: ['ACTIVE', 'SUSPENDED'] }, effectiveTo: { lt: today } };
  }
}

/** Agreements in their newest version that the actor may see, where given of these statuses. */
export function whereSharing(
  context: Context,
  statuses?: readonly SharingStatus[] | null | undefined,
): Where {
  const today = todayAsDate(context);
  const visible = visibleSharing(context.actor) ?? { OR: [] };
  const ofStatus = statuses ? { OR: statuses.map((status) => whereStatus(status, today)) } : {};
  return { newest: true, AND: [visible, ofStatus] };
}

/** Says of a role that sees no agreement at all that it may not, instead of showing it none. */
export function requireSharingReader({ actor }: Context, field: string): void {
  if (visibleSharing(actor)) return;
  const message = `"${field}" is for partners, districts, schools, boards and the state, not for role ${actor.role}.`;
  throw new DomainError('FORBIDDEN_FIELD', message, { field, role: actor.role });
}

/** One agreement in one version, the newest where none is given; null where the actor may not see it. */
export async function findSharing(
  context: Context,
  info: GraphQLResolveInfo,
  { id, version }: { readonly id: string; readonly version?: number | null | undefined },
): Promise<DataSharingAgreement | null> {
  if (!isUuid(id)) return null;
  const query = planRead({ context, info, typeName: 'DataSharingAgreement' });
  const wanted: Where = version ? { version } : { newest: true };
  const where = { id, AND: [wanted, visibleSharing(context.actor) ?? { OR: [] }] };
  const rows = await context.read.many('dataSharingAgreement', { ...query, where });
  return (rows[0] as DataSharingAgreement | undefined) ?? null;
}
