import type { DomainError } from '../../../platform/errors.ts';
import { Prisma } from '../generated/client/client.ts';

/** What Prisma calls the violation of a unique constraint. */
const UNIQUE_VIOLATION = 'P2002';

/** Writes, or refuses in the words of the rule that a unique constraint stands behind. */
export async function unlessTaken<Row>(
  write: Promise<Row>,
  refusal: () => DomainError,
): Promise<Row> {
  try {
    return await write;
  } catch (error) {
    const taken =
      error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION;
    throw taken ? refusal() : error;
  }
}
