import type { Vouched } from '../actor-token.ts';
import type { SubgraphResponse } from '../subgraph.ts';
import type { Execute } from './execute/executor.ts';
import { asGraphQLError, type ErrorLog, maskError } from './mask-error.ts';

type Answerer = {
  readonly createContext: (vouched: Vouched) => object;
  readonly log: ErrorLog;
};
type Variables = Parameters<Execute>[0];

/** Executes operations as somebody: errors are masked, and what is ours goes to the log. */
export function answering({ createContext, log }: Answerer) {
  const masked = (error: unknown, { requestId }: Vouched) =>
    maskError(asGraphQLError(error), requestId, log);

  return async (
    execute: Execute,
    variables: Variables,
    vouched: Vouched,
  ): Promise<SubgraphResponse> => {
    try {
      const result = await execute(variables, createContext(vouched));
      if (!result.errors) return { data: result.data };
      const errors = result.errors.map((error) => masked(error, vouched));
      return 'data' in result ? { data: result.data, errors } : { errors };
    } catch (error) {
      return { errors: [masked(error, vouched)] };
    }
  };
}
