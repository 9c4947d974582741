import { type Attempt, once as writeOnce } from '../../platform/graphql/once.ts';
import { explained } from './constraints.ts';
import type { Context } from './context.ts';
import type { Transaction } from './transaction.ts';

/** Runs a write once for each key, and answers what a constraint refused as the rule that it stands for. */
export const once = (
  context: Context,
  attempt: Attempt,
  write: (transaction: Transaction) => Promise<string>,
): Promise<string> => explained(() => writeOnce(context, attempt, write));
