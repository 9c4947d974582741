import { GraphQLError } from 'graphql';
import type { Complete } from './complete.ts';
import { mutationTooLarge } from './too-large.ts';

/**
 * A mutation is done by the time that its answer turns out too large. Its client is told so, with the
 * errors of what was not done: a query's are left out, for it can be asked again.
 */
export const tellingWhatIsDone =
  (complete: Complete): Complete =>
  (value, shaping, depth) => {
    try {
      return complete(value, shaping, depth);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      shaping.errors.unshift(mutationTooLarge(shaping.limit));
      return undefined;
    }
  };
