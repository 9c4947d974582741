import type { SubgraphResponse } from '../subgraph.ts';

/** What is sent of an answer. */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

/** Something broke outside any field, or else the variables do not fit. */
const BROKEN = ['INTERNAL', 'DATABASE_UNAVAILABLE'];

function statusOf({ data, errors = [] }: SubgraphResponse): number {
  if (data !== undefined) return 200;
  return errors.some(({ extensions }) => BROKEN.includes(String(extensions?.code))) ? 500 : 400;
}

const HEADERS = { 'content-type': 'application/json; charset=utf-8' };

/** Says the answer of an operation that was found valid as Apollo Server says it. */
export const httpAnswer = (response: SubgraphResponse): HttpAnswer => ({
  status: statusOf(response),
  headers: HEADERS,
  text: `${JSON.stringify({ errors: response.errors, data: response.data })}\n`,
});
