import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../gateway/format-error.ts';
import type { SubgraphResponse } from '../../../platform/subgraph.ts';
import { createExecutor } from './support/executor.ts';
import type { Trouble } from './support/shop.ts';
import {
  askEngine,
  askMonolith,
  run,
  shopSupergraph,
  shopTransport,
} from './support/shop-graph.ts';

const at =
  (...fields: readonly string[]): Trouble =>
  (field, key) =>
    fields.some((one) => one === field || one === `${field} ${key}`) ? 'throw' : undefined;

describe('an error of a subgraph', () => {
  it.each([
    ['of a root field', '{ me { id } products { upc } }', at('Query.me')],
    ['below an alias', '{ mine: me { mail: email } }', at('User.email')],
    [
      'that its alias hides',
      '{ products { upc: name name: upc } }',
      at('Product.name', 'Book.name'),
    ],
    ['in a list', '{ products { ... on Book { rating } } }', at('Book.rating b2')],
    ['in a list of lists', '{ grid { ... on Book { rating } } }', at('Book.rating b1')],
    [
      'where null may not be',
      '{ products { ... on Gadget { upc rating } } }',
      at('Gadget.rating g1'),
    ],
    [
      'in a nullable list of what may not be null',
      '{ me { favourite { ... on Gadget { rating } } } book(upc: "b1") { related { ... on Gadget { rating } } } }',
      at('Gadget.rating'),
    ],
    ['that reaches the root', '{ media { score } me { id } }', at('Media.score s1')],
    ['of an interface object', '{ topMedia { title score } }', at('Media.title m1')],
    ['of a value type', '{ shelves { capacity label } }', at('Shelf.capacity 2')],
    [
      'on the way to another subgraph',
      '{ me { reviews { subject { ... on Book { pages } } } } }',
      at('Review.subject r3'),
    ],
  ])('%s is at the place that the client knows', async (_what, text, trouble) => {
    const { asked, ...ours } = await askEngine(text, {}, trouble);
    const expected = await askMonolith(text, {}, trouble);
    const paths = (errors = expected.errors) => errors?.map(({ path }) => path?.join('.')).sort();
    expect(ours.data).toEqual(expected.data);
    expect(paths(ours.errors)).toEqual(paths());
  });

  it('of an entity that stands at several places is at each of them', async () => {
    const text = '{ a: book(upc: "b1") { rating } grid { ... on Book { rating } } }';
    const { errors } = await askEngine(text, {}, at('Book.rating b1'));
    expect(errors?.map(({ path }) => path?.join('.')).sort()).toEqual([
      'a.rating',
      'grid.0.0.rating',
      'grid.2.2.rating',
    ]);
  });
});

describe('a subgraph that is down', () => {
  it('leaves the answers of the others, and one error at the place of its fetch', async () => {
    const text = '{ products { upc ... on Book { rating shipping } } me { id } }';
    const { data, errors } = await askEngine(text, {}, undefined, ['reviews']);
    expect(data).toEqual({
      products: [
        { upc: 'b1', rating: null, shipping: 14.5 },
        { upc: 'g1' },
        { upc: 'b2', rating: null, shipping: null },
        { upc: 'g2' },
        { upc: 'b3', rating: null, shipping: null },
      ],
      me: null,
    });
    expect(errors?.map(({ path }) => path)).toEqual([undefined, ['products']]);
  });

  it('takes what may not be null with it, without an error for each', async () => {
    const text = '{ products { upc ... on Gadget { rating } } }';
    const { data, errors } = await askEngine(text, {}, undefined, ['reviews']);
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
  });

  it('that a requirement needs takes the field that requires it', async () => {
    const text = '{ shelves { label } me { favourite { ... on Book { shipping } } } }';
    const { data, errors } = await askEngine(text, {}, undefined, ['catalog']);
    expect(data).toMatchObject({ shelves: [{}, {}, {}], me: { favourite: null } });
    expect(errors).toHaveLength(1);
  });

  it('leaves an interface object with what its own subgraph knows', async () => {
    const { data } = await askEngine('{ topMedia { score } }', {}, undefined, ['catalog']);
    expect(data).toEqual({ topMedia: [{ score: 14 }, { score: 7 }, { score: 7 }] });
  });

  it('leaves no interface object whose type matters', async () => {
    const text = '{ topMedia { score ... on Song { bpm } } }';
    const { data, errors } = await askEngine(text, {}, undefined, ['catalog']);
    expect(data).toEqual({ topMedia: null });
    expect(errors).toHaveLength(1);
  });
});

/** As a resolver of a subgraph in this process may return it. */
const ENDLESS: Record<string, unknown> = {};
ENDLESS.self = ENDLESS;

/** Asks before a subgraph that gives this answer, whatever is asked. */
async function askBefore(text: string, answer: SubgraphResponse) {
  const { transport } = shopTransport();
  const executor = createExecutor(shopSupergraph, { ...transport, fetch: async () => answer });
  return await run(executor, text);
}

describe('an answer that cannot be right', () => {
  it.each([
    [
      'a string for a number',
      '{ book(upc: "b") { pages } }',
      { book: { pages: '1' } },
      { book: { pages: null } },
    ],
    [
      'a number beyond Int',
      '{ book(upc: "b") { pages } }',
      { book: { pages: 2 ** 31 } },
      { book: { pages: null } },
    ],
    [
      'a number for an ID that JavaScript cannot say',
      '{ book(upc: "b") { upc } }',
      { book: { upc: 2 ** 53 } },
      { book: null },
    ],
    [
      'a value of a scalar that JSON cannot say',
      '{ echo }',
      { echo: { deep: [1n] } },
      { echo: null },
    ],
    ['a value of a scalar without an end', '{ echo }', { echo: ENDLESS }, { echo: null }],
    ['a function for a scalar', '{ echo }', { echo: () => 1 }, { echo: null }],
    [
      'an enum value that nobody may know',
      '{ book(upc: "b") { condition } }',
      { book: { condition: 'SECRET' } },
      { book: { condition: null } },
    ],
    ['an object for a list', '{ search { __typename } }', { search: {} }, { search: null }],
    ['a list for an object', '{ book(upc: "b") { upc } }', { book: [] }, { book: null }],
    ['a text for an object', '{ book(upc: "b") { upc } }', { book: 'b' }, { book: null }],
    [
      'a type that is no member',
      '{ search { __typename } }',
      { search: [{ __typename: 'Review' }] },
      { search: [null] },
    ],
    [
      'a field that was left out',
      '{ book(upc: "b") { upc pages } }',
      { book: { upc: 'b' } },
      { book: { upc: 'b', pages: null } },
    ],
    [
      'null where it may not be',
      '{ book(upc: "b") { name } }',
      { book: { name: null } },
      { book: null },
    ],
  ])('is null and an error: %s', async (_what, text, given, data) => {
    const result = await askBefore(text, { data: given });
    expect(result.data).toEqual(data);
    expect(result.errors?.map(codeOf)).toEqual(['SUBGRAPH_BAD_RESPONSE']);
  });

  it('is a failure of the subgraph where it has neither data nor errors', async () => {
    const result = await askBefore('{ book(upc: "b") { upc } }', {});
    expect(result).toMatchObject({
      data: { book: null },
      errors: [{ extensions: { code: 'SUBGRAPH_BAD_RESPONSE' } }],
    });
  });

  it('keeps a number that an ID is written as', async () => {
    const { data, errors } = await askBefore('{ book(upc: "7") { upc } }', {
      data: { book: { upc: 7 } },
    });
    expect({ data, errors }).toEqual({ data: { book: { upc: '7' } }, errors: undefined });
  });
});

describe('fetches', () => {
  it('of one entity at several places ask for it once', async () => {
    const { asked } = await askEngine('{ grid { ... on Book { rating } } }');
    expect(asked.map(({ variables }) => variables?.representations)).toEqual([
      undefined,
      [
        { __typename: 'Book', upc: 'b1' },
        { __typename: 'Book', upc: 'b2' },
      ],
    ]);
  });

  it('that are identical are made once', async () => {
    const text = '{ a: book(upc: "b1") { rating } b: book(upc: "b1") { rating } }';
    const { data, asked } = await askEngine(text);
    expect(data).toEqual({ a: { rating: 0.25 }, b: { rating: 0.25 } });
    expect(asked.map(({ subgraph }) => subgraph)).toEqual(['catalog', 'reviews']);
  });

  it('after a mutation are made again', async () => {
    const text = `mutation { a: rename(upc: "b1", name: "X") { ... on Book { rating } }
      b: rename(upc: "b1", name: "Y") { ... on Book { rating } } }`;
    const { asked } = await askEngine(text);
    expect(asked.map(({ subgraph }) => subgraph)).toEqual([
      'catalog',
      'reviews',
      'catalog',
      'reviews',
    ]);
  });
});
