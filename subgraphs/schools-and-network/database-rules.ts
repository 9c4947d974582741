import { ruleViolated } from '../../platform/errors.ts';
import type { BrokenRule } from './domain/broken-rule.ts';
import { Prisma } from './generated/client/client.ts';

/** What PostgreSQL says, through Prisma, where a row would be the second one of its kind. */
const UNIQUE_VIOLATION = 'P2002';

/**
 * Runs a write that a unique index may refuse, because another request did the same at once, and
 * says so in the words of the rule that was checked before it.
 */
export async function orBroken<Result>(
  { rule, message }: BrokenRule,
  write: Promise<Result>,
): Promise<Result> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === UNIQUE_VIOLATION)
      throw ruleViolated(rule, message);
    throw error;
  }
}
