import fc from 'fast-check';
import { type FieldNode, parse, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readEnv } from '../../../platform/env.ts';
import { nulledByErrors } from './support/nulled-by-errors.ts';
import { type RandomOperation, randomOperation } from './support/random-operation.ts';
import type { Trouble } from './support/shop.ts';
import { askEngine, askMonolith, problemsOf, shopSupergraph } from './support/shop-graph.ts';

/** `RANDOM_OPERATIONS=20000 npx vitest run test/gateway/engine/random.test.ts` proves more. */
const { RANDOM_OPERATIONS, RANDOM_SEED } = readEnv({
  RANDOM_OPERATIONS: z.coerce.number().int().positive().default(300),
  RANDOM_SEED: z.coerce.number().int().default(1),
});
const settings = {
  numRuns: RANDOM_OPERATIONS,
  seed: RANDOM_SEED,
  maxSkipsPerRun: 1_000,
  endOnFailure: true,
};
const PATIENCE_MS = 60_000 + RANDOM_OPERATIONS * 500;

const needValid = ({ text }: RandomOperation) => fc.pre(problemsOf(parse(text)).length === 0);

/**
 * Whether an operation asks an interface object's fields of one of its types only. Its subgraph cannot
 * tell them apart, so that a plan asks them of all, and meets trouble that nobody asked for.
 */
function asksOfOneType({ text }: RandomOperation): boolean {
  const info = new TypeInfo(shopSupergraph.apiSchema);
  let asks = false;
  const Field = ({ name }: FieldNode) => {
    const isOne = ['Movie', 'Song'].includes(info.getParentType()?.name ?? '');
    if (isOne && ['reviews', 'score', 'twin'].includes(name.value)) asks = true;
  };
  visit(parse(text), visitWithTypeInfo(info, { Field }));
  return asks;
}

/** Trouble at about one place in twelve, the same for the same seed. */
function randomTrouble(seed: number): Trouble {
  return (field, key) => {
    let hash = seed;
    for (const letter of `${field} ${key}`) hash = (hash * 31 + letter.charCodeAt(0)) >>> 0;
    const which = (hash >>> 3) % 24;
    if (which === 0) return 'null';
    return which === 1 ? 'throw' : undefined;
  };
}

describe('random operations', () => {
  it.each(['query', 'mutation'] as const)(
    'have the answer of one schema over the same data: %s',
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(randomOperation(kind), async (operation) => {
          needValid(operation);
          const { text, variables } = operation;
          const { asked, ...ours } = await askEngine(text, variables);
          expect(ours, JSON.stringify(asked, null, 1)).toEqual(await askMonolith(text, variables));
        }),
        settings,
      );
    },
    PATIENCE_MS,
  );

  it(
    'in trouble have the same nulls, and errors that are why',
    async () => {
      await fc.assert(
        fc.asyncProperty(
          randomOperation('query'),
          fc.integer({ min: 0, max: 1_000_000 }),
          async (operation, seed) => {
            needValid(operation);
            fc.pre(!asksOfOneType(operation));
            const { text, variables } = operation;
            const trouble = randomTrouble(seed);
            const { asked, ...ours } = await askEngine(text, variables, trouble);
            const expected = await askMonolith(text, variables, trouble);
            const context = JSON.stringify({ asked, ours, expected }, null, 1);
            expect(ours.data, context).toEqual(expected.data);
            expect(nulledByErrors(ours), context).toEqual(nulledByErrors(expected));
          },
        ),
        settings,
      );
    },
    PATIENCE_MS,
  );
});
