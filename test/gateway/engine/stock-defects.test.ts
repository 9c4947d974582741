import type { ExecutionResult } from 'graphql';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { loadSupergraph } from '../../../gateway/planning/plan-here.ts';
import { PUBLIC_ACTOR } from '../../../platform/actor.ts';
import { compose } from '../support/gateways.ts';
import { createExecutor } from './support/executor.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:
  ["@key", "@external", "@requires", "@override", "@shareable"])`;

type Answers = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Asks a graph whose subgraphs answer always the same, whatever they are asked. */
async function ask(
  sdls: Readonly<Record<string, string>>,
  answers: Answers,
  text: string,
  labelIsOn?: (label: string) => boolean,
): Promise<{ result: Promise<ExecutionResult>; asked: string[] }> {
  const asked: string[] = [];
  const executor = createExecutor(
    loadSupergraph(compose(sdls)),
    {
      async fetch(subgraph) {
        asked.push(subgraph);
        return { data: { ...answers[subgraph] } };
      },
      async close() {},
    },
    { ...(labelIsOn && { labelIsOn }) },
  );
  const document = parse(text);
  const definition = getOperationAST(document);
  if (!definition) throw new Error('There is no operation.');
  const vouched = { actor: PUBLIC_ACTOR, requestId: 'defects' };
  const result = executor({ document, definition, variables: {}, documentHash: text, vouched });
  await Promise.allSettled([result]);
  return { result, asked };
}

describe('a field that moves to another subgraph under a label', () => {
  const sdls = {
    before: `${LINK} type Query { greeting: String }`,
    after: `${LINK} type Query { greeting: String @override(from: "before", label: "percent(50)") }`,
  };
  const answers = { before: { greeting: 'old' }, after: { greeting: 'new' } };

  it.each([
    [false, 'old'],
    [true, 'new'],
  ])('is asked where the label says: %s', async (isOn, greeting) => {
    const { result } = await ask(sdls, answers, '{ greeting }', () => isOn);
    expect(await result).toEqual({ data: { greeting } });
  });
});

describe('two requirements of one field with different arguments', () => {
  const sdls = {
    prices: `${LINK} enum Currency { USD EUR }
      type Query { book: Book }
      type Book @key(fields: "id") { id: ID! price(currency: Currency!): Int }`,
    shipping: `${LINK} enum Currency { USD EUR }
      type Book @key(fields: "id") { id: ID! price(currency: Currency!): Int @external
        shipping: Int @requires(fields: "price(currency: USD)") }`,
    tax: `${LINK} enum Currency { USD EUR }
      type Book @key(fields: "id") { id: ID! price(currency: Currency!): Int @external
        tax: Int @requires(fields: "price(currency: EUR)") }`,
  };

  it('are an error together, and no value', async () => {
    const { result, asked } = await ask(sdls, {}, '{ book { shipping tax } }');
    expect(await result).toEqual({
      errors: [
        expect.objectContaining({
          message: expect.stringMatching(
            /require "price\(currency: USD\)" and "price\(currency: EUR\)"/,
          ),
          extensions: { code: 'PLAN_IMPOSSIBLE' },
        }),
      ],
    });
    expect(asked).toEqual([]);
  });

  it('are no trouble one by one', async () => {
    const book = { __typename: 'Book', id: '1', price: 5 };
    const answers = { prices: { book }, shipping: { _entities: [{ shipping: 6 }] } };
    const { result } = await ask(sdls, answers, '{ book { shipping price(currency: EUR) } }');
    expect((await result).data).toMatchObject({ book: { shipping: 6 } });
  });
});
