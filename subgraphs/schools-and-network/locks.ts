import type { Prisma } from './generated/client/client.ts';

export type Transaction = Prisma.TransactionClient;

/**
 * Reads a row for change: another request that would change it waits until this one is done, and
 * then sees what it did.
 */

export async function lockSchool(transaction: Transaction, deseCode: string) {
  await transaction.$queryRaw`select 1 from school where dese_code = ${deseCode}::bpchar for no key update`;
  return transaction.school.findUniqueOrThrow({ where: { deseCode } });
}

/** With all that its terms consist of. */
export async function lockAgreement(transaction: Transaction, id: string) {
  await transaction.$queryRaw`select 1 from partnership_agreement where id = ${id}::uuid for update`;
  return transaction.partnershipAgreement.findUniqueOrThrow({
    where: { id },
    include: {
      schools: { include: { school: true } },
      coordinators: { include: { contact: true } },
      commitments: true,
    },
  });
}
export type LockedAgreement = Awaited<ReturnType<typeof lockAgreement>>;

export async function lockConvening(transaction: Transaction, id: string) {
  await transaction.$queryRaw`select 1 from convening where id = ${id}::uuid for update`;
  return transaction.convening.findUniqueOrThrow({ where: { id } });
}
