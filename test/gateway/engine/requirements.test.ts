import { describe, expect, it } from 'vitest';
import { compose } from '../support/gateways.ts';
import { findDifferences } from './support/made/differential.ts';
import { createMadeGraph } from './support/made/made-graph.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:
  ["@key", "@external", "@requires"])`;

/** Prices that are required in two currencies: of a book, through its tax, and of a book on a shelf. */
const SDLS = {
  books: `${LINK} enum Currency { USD EUR }
    type Query { shelf: Shelf shelves: [Shelf!] book: Book things: [Thing] }
    interface Thing { id: ID! }
    type Shelf implements Thing @key(fields: "id") { id: ID! book: Book books: [[Book]] }
    type Book implements Thing @key(fields: "id") { id: ID! price(currency: Currency = USD): Int next: Book }`,
  insurance: `${LINK} enum Currency { USD EUR }
    type Shelf @key(fields: "id") { id: ID! book: Book @external books: [[Book]] @external
      insured: Int @requires(fields: "book { price(currency: EUR) }")
      worth: Int @requires(fields: "books { price(currency: EUR) }") }
    type Book @key(fields: "id") { id: ID! price(currency: Currency = USD): Int @external
      shipping: Int @requires(fields: "price(currency: USD)") }`,
  taxes: `${LINK} enum Currency { USD EUR }
    type Book @key(fields: "id") { id: ID! price(currency: Currency = USD): Int @external
      tax: Int @requires(fields: "price(currency: EUR)") }`,
  totals: `${LINK}
    type Book @key(fields: "id") { id: ID! tax: Int @external total: Int @requires(fields: "tax") }`,
};

const graph = createMadeGraph('required', SDLS, compose(SDLS));
const asked = (selections: string) => ({ text: `query Random ${selections}`, variables: {} });

describe('requirements of one object that differ in arguments', () => {
  it.each([
    ['of its own', '{ book { shipping tax } }'],
    ['of its own and of an object above it', '{ shelf { insured book { shipping } } }'],
    ['of its own and of an object above its lists', '{ shelf { worth books { shipping } } }'],
    ['of what it requires in turn', '{ book { total shipping } }'],
    [
      'of several fragments',
      '{ shelf { ...A ... on Thing { ... on Shelf { insured } } } } fragment A on Shelf { book { shipping } }',
    ],
  ])('are refused: %s', async (_where, selections) => {
    const { data, errors } = await graph.askEngine(asked(selections));
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['PLAN_IMPOSSIBLE']);
  });
});

describe('requirements of several objects that differ in arguments', () => {
  it.each([
    ['beside each other', '{ book { tax } other: book { shipping } }'],
    ['above each other', '{ book { tax next { shipping next { total } } } }'],
    ['behind an alias', '{ shelf { insured other: book { shipping } } }'],
  ])('are all met: %s', async (_where, selections) => {
    const { data, errors } = await graph.askEngine(asked(selections));
    const expected = await graph.askMonolith(asked(selections));
    expect({ data, errors }).toEqual(expected);
  });
});

it('Random operations over such requirements are answered right, or refused', async () => {
  const { wrong } = await findDifferences(graph, 'queries', { operations: 200, seed: 3 });
  expect(wrong.filter(({ difference }) => difference !== 'refused')).toEqual([]);
}, 120_000);
