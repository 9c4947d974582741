import { objectsIn } from './document/actual-cost.ts';
import type { Answer } from './execute.ts';

/** What a client that asks for it is told of an answer's cost, in `extensions.cost`. */
export const costReport = ({ data, cost }: Answer, limit: number) =>
  data === undefined || cost === undefined
    ? undefined
    : { cost: { estimated: cost, actual: objectsIn(data), limit } };
