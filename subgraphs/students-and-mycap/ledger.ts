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

/** What a reading of a ledger is recorded as. */
const LEDGER_PART = 'Student.accessLog';

/** Who reads on from page to page does so within this time. */
const ONE_READING_MS = 3_600_000;

/**
 * Records who reads a further page of ledgers, unless it is a reading that is recorded: a cursor can be made
 * by hand, and must not be a way to read without a trace.
 */
export async function recordLedgerReadOn(
  context: Context,
  studentIds: readonly string[],
): Promise<void> {
  const { actor, db, now } = context;
  const recorded = await db.accessLogEntry.findMany({
    where: {
      studentId: { in: [...studentIds] },
      at: { gte: new Date(now.getTime() - ONE_READING_MS) },
      subject: actor.subject,
      role: actor.role,
      parts: { has: LEDGER_PART },
    },
    select: { studentId: true },
  });
  const known = new Set(recorded.map(({ studentId }) => studentId));
  await recordLedgerRead(
    context,
    studentIds.filter((id) => !known.has(id)),
  );
}

/** Everybody but the student is recorded as having read a ledger, which is part of the record. */
export async function recordLedgerRead(
  context: Context,
  studentIds: readonly string[],
): Promise<void> {
  const { actor, db } = context;
  if (actor.role === 'STUDENT' || studentIds.length === 0) return;
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
      parts: [LEDGER_PART],
      outcome: 'DISCLOSED',
    }),
  );
  await appendToLedger(context, entries);
}
