import { createHash } from 'node:crypto';
import { conflict } from '../../platform/errors.ts';
import type { Context } from './context.ts';
import { Prisma } from './generated/client/client.ts';

/** How long a key is remembered. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** What PostgreSQL says, through Prisma, when two requests bring the same key at once. */
const UNIQUE_VIOLATION = 'P2002';

export type Attempt = {
  readonly mutation: string;
  readonly key: string | null | undefined;
  readonly input: object;
};
export type Transaction = Prisma.TransactionClient;

const hashOf = (input: object) =>
  createHash('sha256')
    .update(JSON.stringify(input, Object.keys(input).sort()))
    .digest('hex');

/**
 * Runs a write once for each key of a caller, and answers the id of its result: the same key and
 * input again gives the first result, the same key with another input is `CONFLICT`. Key and write
 * commit together, so that a result which was acknowledged is never made twice.
 */
export async function once(
  context: Context,
  { mutation, key, input }: Attempt,
  write: (transaction: Transaction) => Promise<string>,
): Promise<string> {
  if (key === null || key === undefined) return context.db.$transaction(write);
  const subject = context.actor.subject ?? '';
  const id = { subject_mutation_key: { subject, mutation, key } };
  const inputHash = hashOf(input);
  const oldest = new Date(context.now.getTime() - KEPT_MS);

  const earlier = async (transaction: Transaction) => {
    const found = await transaction.idempotentResult.findUnique({ where: id });
    if (!found) return null;
    if (found.createdAt < oldest) {
      // By its age, too: another request may have replaced it meanwhile.
      const expired = { subject, mutation, key, createdAt: { lt: oldest } };
      await transaction.idempotentResult.deleteMany({ where: expired });
      return null;
    }
    if (found.inputHash.trim() === inputHash) return found.resultId;
    throw conflict(`The idempotency key "${key}" was used for another input. Use a new key.`);
  };

  try {
    return await context.db.$transaction(async (transaction) => {
      const known = await earlier(transaction);
      if (known) return known;
      const resultId = await write(transaction);
      const createdAt = context.now;
      const row = { subject, mutation, key, inputHash, resultId, createdAt };
      await transaction.idempotentResult.create({ data: row });
      return resultId;
    });
  } catch (error) {
    const raced =
      error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION;
    const known = raced ? await earlier(context.db) : null;
    if (known) return known;
    throw error;
  }
}
