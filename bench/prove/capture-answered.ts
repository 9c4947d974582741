import { type Captured, captureStatements } from '../../test/federation/query-plans/capture.ts';
import type { Answer, Graph } from '../../test/federation/support/graph.ts';
import { isAnswer, PATIENCE } from './ask.ts';

/** Every statement of an ask, and of those before it that the gateway gave up. */
export async function captureAnswered(
  { databases }: Graph,
  ask: () => Promise<Answer>,
): Promise<readonly Captured[]> {
  const all: Captured[] = [];
  for (let asked = 0; asked < PATIENCE; asked += 1) {
    const { result, captured } = await captureStatements(databases, ask);
    all.push(...captured);
    if (isAnswer(result.text)) return all;
  }
  throw new Error(`The graph did not answer ${PATIENCE} times.`);
}
