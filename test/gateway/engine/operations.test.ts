import { describe, expect, it } from 'vitest';
import { askEngine, askMonolith, type Variables } from './support/shop-graph.ts';

/** Operations that meet a feature of federation or of GraphQL each, by what they meet. */
const OPERATIONS: readonly [what: string, text: string, variables?: Variables][] = [
  [
    'fields of two subgraphs',
    '{ products { name ... on Book { reviews { stars } } ... on Gadget { rating } } }',
  ],
  ['an interface without its type', '{ products { upc } }'],
  [
    '__typename everywhere',
    '{ __typename products { __typename kind: __typename } search { __typename } }',
  ],
  ['a union', '{ search(text: "ab") { ... on User { name email } ... on Product { upc name } } }'],
  [
    'a union through an interface',
    '{ search { ... on Product { price } ... on Stocked { inStock } } }',
  ],
  [
    'lists of lists',
    '{ grid { upc ... on Book { rating } } products { ... on Gadget { tags neighbours { name } } } }',
  ],
  [
    'a nested compound key',
    '{ shelves { label capacity next { label next { label capacity } } } }',
  ],
  [
    'an entity with nested keys on the way',
    '{ book(upc: "b2") { shelf { capacity products { inStock } } } }',
  ],
  ['a requirement', '{ products { ... on Book { shipping abroad: shipping(country: "Peru") } } }'],
  [
    'a requirement with arguments beside others of the client',
    '{ book(upc: "b1") { price(currency: USD) shipping } }',
  ],
  ['a requirement beside the default of its argument', '{ book(upc: "b1") { price shipping } }'],
  ['a requirement beside an equal field', '{ book(upc: "b1") { price(currency: EUR) shipping } }'],
  [
    'a required value type in another shape',
    '{ book(upc: "b1") { dimensions { h: width } shipping } }',
  ],
  ['a provided field', '{ reviews { author { name } } }'],
  [
    'a provided field and another of the owner',
    '{ reviews { author { name favourite { name } } } }',
  ],
  ['an interface object from its subgraph', '{ topMedia { id score } }'],
  [
    'an interface object with fields of the interface',
    '{ topMedia { title score reviews { stars } } }',
  ],
  [
    'an interface object and its types',
    '{ topMedia { __typename score ... on Song { bpm } ... on Movie { director { name } } } }',
  ],
  [
    'an interface object of which nothing can be asked',
    '{ topMedia { ... on Song { ... on Media { ... on Movie { length } } } } }',
  ],
  [
    'an interface object from the interface',
    '{ media { title score twin { title score __typename } } medium(id: "s1") { score } }',
  ],
  [
    'an alias that is a field',
    '{ products { name: upc upc: name } reviews { id: body stars: id } }',
  ],
  [
    'an alias that is a key of the plan',
    '{ book(upc: "b1") { upc: name reviews { id } } shelves { level: label aisle: level capacity } }',
  ],
  [
    'an alias that is __typename',
    '{ products { __typename: upc name } search { ... on User { __typename: name email } } }',
  ],
  [
    'an alias that is one of ours',
    'query ($on: Boolean = false) { presence__: products { presence__: __typename upc @include(if: $on) } }',
  ],
  ['names that objects have', '{ products { constructor: name toString: upc __proto__: name } }'],
  [
    'one alias for different fields of different types',
    '{ search { ... on Book { x: author { name } } ... on User { x: favourite { name } } } }',
  ],
  [
    'one alias for different arguments of different types',
    '{ products { ... on Book { x: price(currency: USD) } ... on Gadget { x: price(currency: EUR) } } }',
  ],
  [
    'merged selections',
    '{ products { dimensions { width } } products { dimensions { height } name } }',
  ],
  [
    'fragments in fragments',
    'fragment B on Book { ...P pages } fragment P on Product { name related { ...D upc } } fragment D on Book { rating upc } { products { ...P ...B } }',
  ],
  [
    'skip and include',
    'query ($a: Boolean!, $b: Boolean = true) { products { name @skip(if: $a) upc @include(if: $b) ... on Book @include(if: $a) { rating } } }',
    { a: true },
  ],
  [
    'skip and include the other way',
    'query ($a: Boolean!, $b: Boolean = true) { products { name @skip(if: $a) upc @include(if: $b) ... on Book @include(if: $a) { rating } } }',
    { a: false, b: false },
  ],
  [
    'one field twice under two conditions',
    'query ($a: Boolean!) { product(upc: "b1") { name @skip(if: $a) name @include(if: $a) dimensions @skip(if: $a) { width } dimensions { height } } }',
    { a: true },
  ],
  [
    'everything skipped',
    'query ($a: Boolean!) { products @skip(if: $a) { name } me @include(if: false) { id } }',
    { a: true },
  ],
  ['an enum and a custom scalar', '{ products { ... on Book { condition meta } } }'],
  [
    'an input object with defaults',
    'query ($i: EchoInput) { a: echo(input: $i) b: echo(input: { currency: EUR }) c: echo d: echo(input: null) }',
    { i: { tags: ['x'] } },
  ],
  ['a variable that was left out', 'query ($first: Int) { products(first: $first) { upc } }'],
  [
    'a variable named as one of the plan',
    'query ($representations: Int = 1) { products { ... on Book { reviews(first: $representations) { id } } } }',
    { representations: 2 },
  ],
  ['lists as variables', 'query ($s: [Int!]) { reviews(stars: $s) { id stars } }', { s: [1, 2] }],
  ['null where an entity is not', '{ product(upc: "none") { name ... on Book { rating } } }'],
  [
    'a jump and back',
    '{ me { reviews { subject { ... on Book { author { reviews { author { name } } } } } } } }',
  ],
  [
    'introspection with data',
    '{ __schema { queryType { name } } book: __type(name: "Book") { n: name fields { name } } me { id } }',
  ],
  [
    'introspection with a variable',
    'query ($n: String!) { __type(name: $n) { kind: name name: kind } }',
    { n: 'Hit' },
  ],
  [
    'introspection in a fragment under a condition',
    'fragment F on Query { __schema @include(if: $a) { types { name } } me { id } } query ($a: Boolean!) { ...F }',
    { a: true },
  ],
  [
    'an inaccessible enum value in introspection',
    '{ __type(name: "Condition") { enumValues { name } } }',
  ],
  ['only __typename', '{ __typename a: __typename }'],
  [
    'mutations',
    'mutation { __typename a: rename(upc: "b1", name: "X") { name ... on Book { rating } } b: rename(upc: "b1", name: "Y") { name } log }',
  ],
  [
    'a mutation of another subgraph',
    'mutation { review(upc: "b1", stars: 3) { id stars author { name favourite { name } } } }',
  ],
];

describe('the engine answers as one schema over the same data', () => {
  it.each(OPERATIONS)('with %s', async (_what, text, variables) => {
    const { asked, ...ours } = await askEngine(text, variables);
    expect(ours, JSON.stringify(asked, null, 1)).toEqual(await askMonolith(text, variables));
  });

  it.each(OPERATIONS)('in the order of the fields, with %s', async (_what, text, variables) => {
    const { data } = await askEngine(text, variables);
    const expected = await askMonolith(text, variables);
    expect(JSON.stringify(data)).toBe(JSON.stringify(expected.data));
  });
});
