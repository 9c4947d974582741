import type { GraphQLResolveInfo } from 'graphql';
import { planRead } from '../../platform/graphql/plan-read.ts';
import type { Context } from './context.ts';
import type { DataSharingAgreement } from './generated/client/client.ts';
import { whereSharing } from './sharing.ts';
import { todayAsDate } from './today.ts';

/**
 * The agreement under which a partner reads for the purpose it declared: the one that is in force
 * today and has it. Null where none has, and where several have: then it depends on whose records.
 */
export async function agreementOfViewer(
  context: Context,
  info: GraphQLResolveInfo,
): Promise<DataSharingAgreement | null> {
  const { role, purpose } = context.actor;
  if (role !== 'PARTNER' || !purpose) return null;
  const rows = await context.read.many('dataSharingAgreement', {
    ...planRead({ context, info, typeName: 'DataSharingAgreement' }),
    where: {
      AND: [whereSharing(context, ['ACTIVE'])],
      purposes: { has: purpose },
      effectiveFrom: { lte: todayAsDate(context) },
    },
    take: 2,
  });
  const [agreement, ...others] = rows as DataSharingAgreement[];
  return agreement && others.length === 0 ? agreement : null;
}
