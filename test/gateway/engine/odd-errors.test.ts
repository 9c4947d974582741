import type { GraphQLFormattedError } from 'graphql';
import { describe, expect, it } from 'vitest';
import type { SubgraphResponse } from '../../../platform/subgraph.ts';
import { createExecutor } from './support/executor.ts';
import { run, shopSupergraph, shopTransport } from './support/shop-graph.ts';

/** An error as a subgraph may send it, whatever its type says. */
const errorOf = (parts: object): GraphQLFormattedError => ({ message: 'Odd.', ...parts });

/** Asks where one subgraph gives this answer. */
async function ask(subgraph: string, answer: SubgraphResponse, text: string) {
  const { transport } = shopTransport();
  const executor = createExecutor(shopSupergraph, {
    ...transport,
    fetch: async (name, ...rest) =>
      name === subgraph ? answer : await transport.fetch(name, ...rest),
  });
  const { data, errors } = await run(executor, text);
  return { data, errors: errors?.map(({ message, path }) => [message, path?.join('.')]) };
}

describe('an error of entities', () => {
  const text = '{ grid { ... on Book { rating } } }';
  const entities = { _entities: [{ rating: null }, { rating: 4 }] };

  it.each([
    ['without extensions', { extensions: null }, 'grid'],
    ['whose extensions are a text', { extensions: 'none' }, 'grid'],
    ['whose path is null', { path: null }, 'grid'],
    ['whose path is a text', { path: '_entities' }, 'grid'],
    ['whose path is an object', { path: {} }, 'grid'],
    [
      'whose path has its index as a text',
      { path: ['_entities', '0', 'rating'] },
      'grid.0.0.rating',
    ],
    ['of none that was asked for', { path: ['_entities', 7, 'rating'] }, 'grid'],
    ['of a half', { path: ['_entities', 0.5] }, 'grid'],
    ['whose path goes astray', { path: ['_entities', 0, 'rating', null, {}] }, 'grid.0.0.rating'],
  ])('%s is told, and costs nothing else', async (_what, parts, path) => {
    const answer = { data: entities, errors: [errorOf(parts)] };
    const { data, errors } = await ask('reviews', answer, text);
    expect(JSON.stringify(data)).toContain('{"rating":4}');
    expect(errors?.[0]).toEqual(['Odd.', path]);
    expect(new Set(errors?.map(([message]) => message))).toEqual(new Set(['Odd.']));
  });
});

describe('an error of a root', () => {
  it.each([
    ['without extensions', { extensions: null }, undefined],
    ['whose path is a text', { path: 'books' }, undefined],
    ['whose path is a number', { path: 5 }, undefined],
    ['whose path has an index as a text', { path: ['book', 'name', '0'] }, 'book.name.0'],
    ['whose path goes astray', { path: ['book', null, 'name'] }, 'book'],
  ])('%s is told, and costs nothing else', async (_what, parts, path) => {
    const answer = { data: { book: { upc: 'b1', name: 'B' } }, errors: [errorOf(parts)] };
    const result = await ask('catalog', answer, '{ book(upc: "b1") { upc name } }');
    expect(result).toEqual({ data: answer.data, errors: [['Odd.', path]] });
  });
});
