import { expect, it } from 'vitest';
import { compose } from '../support/gateways.ts';
import { type Difference, differenceOf } from './support/made/compare.ts';
import { createMadeGraph } from './support/made/made-graph.ts';
import { createStock } from './support/made/stock.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:
  ["@key", "@external", "@requires", "@interfaceObject", "@override", "@shareable"])`;

type Case = {
  readonly what: string;
  readonly sdls: Readonly<Record<string, string>>;
  readonly text: string;
  /** How the stock gateway's answer differs; null where it is right too. */
  readonly stock: Difference | 'not asked' | null;
  readonly labelsOn?: readonly string[];
};

/** Where the stock gateway errs, or erred in graphs of other shapes. */
const CASES: readonly Case[] = [
  {
    what: 'a requirement with arguments beside others of the client',
    sdls: {
      prices: `${LINK} type Query { book: Book! }
        type Book @key(fields: "id") { id: ID! price(currency: String = "USD"): Int! }`,
      shipping: `${LINK} type Book @key(fields: "id") { id: ID! price(currency: String = "USD"): Int! @external
        shipping: Int! @requires(fields: "price(currency: \\"EUR\\")") }`,
    },
    text: '{ book { price(currency: "USD") shipping } }',
    stock: 'silently wrong',
  },
  {
    what: 'a key that nothing is found by, and another way',
    sdls: {
      first: `${LINK} type Query { part: Part! } type Part @key(fields: "id") { id: ID! }`,
      second: `${LINK} type Part @key(fields: "id", resolvable: false) @key(fields: "code") {
        id: ID! code: String! weight: Int! }`,
      third: `${LINK} type Part @key(fields: "id") @key(fields: "code") { id: ID! code: String! }`,
    },
    text: '{ part { weight } }',
    stock: null,
  },
  {
    what: 'a key of one interface object that nothing is found by, where another has the field',
    sdls: {
      owner: `${LINK} type Query { now: Int } interface Medal @key(fields: "id") { id: ID! }
        type Gold implements Medal @key(fields: "id") { id: ID! carats: Int! }`,
      other: `${LINK} type Query { won: Medal! }
        type Medal @key(fields: "id", resolvable: false) @interfaceObject { id: ID! weight: Int! @shareable }`,
      third: `${LINK} type Medal @key(fields: "id") @interfaceObject { id: ID! weight: Int! @shareable }`,
    },
    text: '{ won { weight ... on Gold { weight carats } } }',
    stock: 'silently wrong',
  },
  {
    what: 'an interface object under the condition of another interface',
    sdls: {
      owner: `${LINK} type Query { now: Int } interface Heavy { carats: Int! }
        interface Medal @key(fields: "id") { id: ID! } union Any = Gold | Tin
        type Gold implements Medal & Heavy @key(fields: "id") { id: ID! carats: Int! }
        type Tin implements Medal @key(fields: "id") { id: ID! }`,
      other: `${LINK} type Query { won: Medal! } type Medal @key(fields: "id") @interfaceObject { id: ID! weight: Int! }`,
    },
    text: '{ won { ... on Heavy { carats ... on Medal { weight } } ... on Any { __typename } } }',
    stock: 'refused',
  },
  {
    what: 'an interface object that nothing is found by',
    sdls: {
      owner: `${LINK} type Query { now: Int } interface Medal @key(fields: "id") { id: ID! motto: Int! }
        type Gold implements Medal @key(fields: "id") { id: ID! motto: Int! carats: Int! }`,
      other: `${LINK} type Query { won: Medal! }
        type Medal @key(fields: "id", resolvable: false) @interfaceObject { id: ID! weight: Int! }`,
    },
    text: '{ won { __typename id weight motto ... on Gold { carats } } }',
    stock: null,
  },
  {
    what: 'one type of an interface object that nothing is found by',
    sdls: {
      owner: `${LINK} type Query { now: Int } interface Medal @key(fields: "id") { id: ID! }
        type Gold implements Medal @key(fields: "id") { id: ID! carats: Int! }`,
      other: `${LINK} type Query { won: Medal! }
        type Medal @key(fields: "id", resolvable: false) @interfaceObject { id: ID! weight: Int! }`,
    },
    text: '{ won { ... on Gold { weight } } }',
    stock: 'silently wrong',
  },
  {
    // The stock planner takes a minute and gigabytes for it, and then throws.
    what: 'what one interface object requires of one type, from another interface object',
    sdls: {
      owner: `${LINK} type Query { now: Int } interface Asset @key(fields: "id") { id: ID! worth: Int! }
        type Car implements Asset @key(fields: "id") { id: ID! worth: Int! }`,
      risk: `${LINK} type Asset @key(fields: "id") @interfaceObject {
        id: ID! worth: Int! @external risk: Int! @requires(fields: "worth") }`,
      archive: `${LINK} type Query { held: Asset! } type Asset @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
    },
    text: '{ held { ... on Car { risk } } }',
    stock: 'not asked',
  },
  {
    what: 'a field that moved under a label',
    sdls: {
      before: `${LINK} type Query { greeting: Int! }`,
      after: `${LINK} type Query { greeting: Int! @override(from: "before", label: "moved") }`,
    },
    text: '{ greeting }',
    labelsOn: ['moved'],
    stock: 'wrong with an error',
  },
];

it.each(CASES)('is right with $what', async ({ sdls, text, labelsOn, stock }) => {
  const graph = createMadeGraph('one', sdls, compose(sdls));
  const operation = { text: text.replace('{', 'query Random {'), variables: {} };
  const now = { labelsOn: new Set(labelsOn) };
  const right = await graph.askMonolith(operation, now);
  const { asked, ...ours } = await graph.askEngine(operation, now);
  expect(ours, JSON.stringify(asked)).toEqual(right);
  if (stock === 'not asked') return;
  const { ask, close } = await createStock(graph);
  const answer = await ask(operation, now).catch(() => ({}));
  expect(differenceOf(answer, right)).toBe(stock);
  await close();
});
