import type { Context } from './context.ts';
import type { Prisma } from './generated/client/client.ts';

/** What was asked, by whom and with which outcome; the ledger adds the moment. */
type Entry = Omit<Prisma.AccessLogEntryCreateManyInput, 'id' | 'at'>;

/** Adds rows to the ledger of disclosures. Without their rows, records may not be shown. */
async function appendToLedger(
  { db, now }: Pick<Context, 'db' | 'now'>,
  entries: readonly Entry[],
): Promise<void> {
  await db.accessLogEntry.createMany({ data: entries.map((entry) => ({ ...entry, at: now })) });
}

/** Everybody but the student is recorded as having read a ledger, which is part of the record. */
export async function recordLedgerRead(
  context: Context,
  studentIds: readonly string[],
): Promise<void> {
  const { actor, db } = context;
  if (actor.role === 'STUDENT') return;
  const read = await db.student.findMany({
    where: { id: { in: [...studentIds] } },
    select: { id: true, schoolCode: true },
  });
  const entries = read.map(
    ({ id, schoolCode }): Entry => ({
      studentId: id,
      districtCode: `${schoolCode.slice(0, 4)}0000`,
      subject: actor.subject,
      person: actor.subject,
      organization: actor.organization ?? null,
      role: actor.role,
      parts: ['Student.accessLog'],
      outcome: 'DISCLOSED',
    }),
  );
  await appendToLedger(context, entries);
}
