import type { ExecutionResult } from 'graphql';
import { nulledByErrors } from '../nulled-by-errors.ts';

/** How an answer differs from the right one. */
export type Difference =
  /** There is no answer, but there is a right one. */
  | 'refused'
  /** Other data, and nothing that says so. */
  | 'silently wrong'
  /** Other data, beside an error. */
  | 'wrong with an error'
  /** The same data; but not the same nulls have an error that says why. */
  | 'other errors';

/** Null where an answer is right: the same data in the same order, and errors for the same nulls. */
export function differenceOf(
  answer: ExecutionResult,
  right: ExecutionResult,
  errors: 'by place' | 'any' = 'by place',
): Difference | null {
  if (answer.data === undefined) return 'refused';
  if (JSON.stringify(answer.data) !== JSON.stringify(right.data))
    return answer.errors ? 'wrong with an error' : 'silently wrong';
  const isExplained =
    errors === 'any'
      ? (answer.errors === undefined) === (right.errors === undefined)
      : nulledByErrors(answer).join('\n') === nulledByErrors(right).join('\n');
  return isExplained ? null : 'other errors';
}
