import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { getIntrospectionQuery, getOperationAST, Kind, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileCost } from '../../gateway/document/cost.ts';
import { DOCUMENT_LIMITS } from '../../gateway/document/limits.ts';
import { readVariables } from '../../gateway/document/variables.ts';
import { loadSupergraph } from '../../gateway/planning/plan-here.ts';
import { compose, localTransport, startGateway } from './support/gateways.ts';

const DryRun = z.looseObject({
  errors: z
    .array(z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string() }) }))
    .optional(),
});

const { schema } = loadSupergraph(
  compose({
    school: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@cost", "@listSize"])
      type Query {
        school: School
        plain: [School!]!
        page(first: Int = 25, after: String): Schools!
        boards: [School!]! @listSize(assumedSize: 16)
        dear: School @cost(weight: 40)
        sized(take: Int): Bag @listSize(slicingArguments: ["take"], sizedFields: ["items"])
        any: [Thing]
        searched(text: String @cost(weight: 9)): Heavy
        filtered(by: Filter, all: [Filter!], ids: [ID!] @cost(weight: 2), level: Level, usual: Int = 3 @cost(weight: 4)): School
        cheap(exactly: Boolean @cost(weight: -3)): School
        paged(first: Int, last: Int): [School!]! @listSize(assumedSize: 7, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
        strict(first: Int, last: Int): [School!]! @listSize(slicingArguments: ["first", "last"])
        settled(first: Int = 6): [School!]! @listSize(slicingArguments: ["first"])
        shelf: Shelf! @listSize(assumedSize: 3, sizedFields: ["left", "right"])
        someone: Someone
        texts(first: Float): [String!]!
      }
      input Filter { text: String @cost(weight: 5) nested: Filter level: Level usual: Int = 1 @cost(weight: 10) }
      enum Level @cost(weight: 6) { HIGH LOW }
      type Shelf { left: [School!]! right: [School!]! label: String }
      interface Someone { id: ID! friends: [Someone!]! photo: Photo }
      type Pupil implements Someone { id: ID! friends: [Someone!]! @listSize(assumedSize: 30) photo: Photo @cost(weight: 8) }
      type Teacher implements Someone @cost(weight: 2) { id: ID! friends: [Someone!]! photo: Photo }
      type Photo { url: String }
      type Schools { nodes: [School!]! total: Int! edges: [Edge!]! }
      type Heavy @cost(weight: 5) { light: String heavy: Heap }
      scalar Heap @cost(weight: 3)
      type Edge { node: School! }
      type Bag { items: [School!]! label: String }
      union Thing = School | Bag
      type School @key(fields: "id") { id: ID! name: String page(first: Int = 25): Schools! }`,
  }),
);

const ours = loadSupergraph(
  readFileSync(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8'),
).schema;

function costOf(
  text: string,
  variables: Readonly<Record<string, unknown>> = {},
  of = schema,
): number {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );
  const cost = compileCost(of, operation, fragments)(variables);
  if (typeof cost !== 'number') throw cost;
  return cost;
}

const definitionsOf = (text: string) => getOperationAST(parse(text))?.variableDefinitions ?? [];

describe('the estimated cost of', () => {
  it.each([
    ['one object', '{ school { id name } }', 1],
    ['nothing but a type name', '{ __typename }', 0],
    ['a list of unknown length, taken to have ten', '{ plain { id } }', 10],
    ['a list with a declared length', '{ boards { id } }', 16],
    ['a field with a weight', '{ dear { id } }', 40],
    ['a page: itself and its nodes', '{ page(first: 7) { nodes { id } total } }', 1 + 7],
    ['a page by its default', '{ page { nodes { id } } }', 1 + 25],
    ['edges and their nodes', '{ page(first: 3) { edges { node { id } } } }', 1 + 3 * 2],
    [
      'pages in a page',
      '{ page(first: 5) { nodes { page(first: 4) { nodes { id } } } } }',
      1 + 5 * (1 + 1 + 4),
    ],
    ['a declared slice', '{ sized(take: 6) { items { id } label } }', 1 + 6],
    [
      'each alternative of a union',
      '{ any { ... on School { page(first: 1) { nodes { id } } } ... on Bag { items { id } } } }',
      10 * (1 + 2 + 10),
    ],
    [
      'a fragment, each time',
      '{ a: school { ...F } b: school { ...F } } fragment F on School { page(first: 2) { total } }',
      4,
    ],
    ['a type with a weight, and a scalar', '{ searched { light heavy } }', 5 + 3],
    ['an argument with a weight, where it is given', '{ searched(text: "x") { light } }', 9 + 5],
    ['an argument with a weight, by its default', '{ filtered { id } }', 1 + 4],
    ['an argument that is null', '{ filtered(ids: null, usual: null) { id } }', 1 + 2 + 4],
    ['each item of a list', '{ filtered(ids: ["a", "b", "c"]) { id } }', 1 + 4 + 3 * 2],
    ['a list of nothing', '{ filtered(ids: []) { id } }', 1 + 4],
    ['an item without its list', '{ filtered(ids: "a") { id } }', 1 + 4 + 2],
    ['an enum with a weight as an input', '{ filtered(level: HIGH) { id } }', 1 + 4 + 6],
    ['input fields, and their defaults', '{ filtered(by: { text: "x" }) { id } }', 1 + 4 + 5 + 10],
    [
      'input fields in input fields',
      '{ filtered(by: { nested: { text: "x", level: LOW, usual: 2 } }) { id } }',
      1 + 4 + 10 + (5 + 6 + 10),
    ],
    [
      'a list of inputs',
      '{ filtered(all: [{ text: "x" }, { usual: 1 }]) { id } }',
      1 + 4 + 15 + 10,
    ],
    ['what makes a field cheap, but not less than free', '{ cheap(exactly: false) { id } }', 0],
    ['a list with a declared length, where no slice is given', '{ paged { id } }', 7],
    ['a slice instead of the declared length', '{ paged(last: 2) { id } }', 2],
    ['the larger of two slices', '{ paged(first: 3, last: 5) { id } }', 5],
    ['the one slice that is wanted', '{ strict(last: 4) { id } }', 4],
    ['the one slice that is wanted, by its default', '{ settled { id } }', 6],
    ['each sized field', '{ shelf { left { id } right { id } label } }', 1 + 3 + 3],
    ['a sized field in a fragment', '{ shelf { ... on Shelf { left { id } } } }', 1 + 3],
    ['the dearest object behind an interface', '{ someone { id } }', 2],
    ['the dearest field behind an interface', '{ someone { photo { url } } }', 2 + 8],
    [
      'the list that an object behind an interface declares',
      '{ someone { friends { id } } }',
      2 + 30 * 2,
    ],
    ['a page of nothing', '{ page(first: 0) { nodes { id } } }', 1],
    ['a negative page, which is refused elsewhere', '{ page(first: -5) { nodes { id } } }', 1],
  ])('%s', (_what, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  it.each([
    [
      'by its variables',
      { by: { text: 'x', nested: { level: 'LOW' } } },
      1 + 4 + (5 + 10) + (6 + 10),
    ],
    ['by a variable that is not given', {}, 1 + 4],
  ])('an input %s', (_what, variables, cost) => {
    const text = 'query ($by: Filter) { filtered(by: $by) { id } }';
    const { coerced } = readVariables(schema, definitionsOf(text), variables);
    expect(costOf(text, coerced)).toBe(cost);
  });

  it.each([
    ['a page', 'query ($first: Int) { page(first: $first) { nodes { id } } }', 1 + 25],
    ['a slice', 'query ($first: Int) { settled(first: $first) { id } }', 6],
    ['an input', 'query ($usual: Int) { filtered(usual: $usual) { id } }', 1 + 4],
  ])('%s has its default where its variable has no value', (_what, text, cost) => {
    expect(costOf(text)).toBe(cost);
  });

  it('a number of items that is infinite hides nothing beside it', () => {
    const text = 'query ($first: Float) { texts(first: $first) page(first: 9) { nodes { id } } }';
    const written = text.replace('first: $first', 'first: 1e400');
    expect(costOf(text, { first: Number.POSITIVE_INFINITY })).toBe(10);
    expect(costOf(written)).toBe(10);
  });

  it.each([
    ['none', '{ strict { id } }', {}, 0],
    ['both', '{ strict(first: 1, last: 2) { id } }', {}, 2],
    ['null', '{ strict(first: null) { id } }', {}, 0],
    ['a variable without a value', 'query ($first: Int) { strict(first: $first) { id } }', {}, 0],
  ])('a list that wants one slice is refused with %s', (_what, text, variables, found) => {
    expect(() => costOf(text, variables)).toThrow(
      `Give "strict" exactly one of the arguments "first", "last", not ${found}`,
    );
  });

  it('a list that wants one slice is refused where its items are not selected, too', () => {
    expect(() => costOf('{ sized { label } }')).toThrow('Give "sized" the argument "take"');
  });

  it('the schema, by the number of its types', () => {
    const types = Object.keys(schema.getTypeMap()).length;
    expect(costOf('{ __schema { types { kind name } } }')).toBe(Math.ceil(1 + types * 1.2));
  });

  it('the schema in the schema is more than may be asked', () => {
    const nested = 'fields { type { fields { type { fields { name } } } } }';
    const questions = Array.from(
      { length: 40 },
      (_, i) => `a${i}: __schema { types { ${nested} } }`,
    );
    expect(costOf(`{ ${questions.join(' ')} }`)).toBeGreaterThan(DOCUMENT_LIMITS.cost);
  });

  it.each([
    ['{ networkMap { school { name } } }', 2 * 1_000],
    ['{ workforceBoards { name } networkMapText { sentences } }', 16 + 16],
    ['{ perkins5S3(reportingYear: 2026) { numerator } }', 420],
    ['{ school(deseCode: "00350560") { district { schools { name } } } }', 1 + 1 + 130],
  ])('a long list of our own, without pages, costs as many as it may have: %s', (text, items) => {
    expect(costOf(text, {}, ours)).toBe(items);
  });

  it('what GraphiQL asks of our own schema is a part of what may be asked', () => {
    const cost = costOf(getIntrospectionQuery(), {}, ours);
    expect(cost).toBeGreaterThan(5_000);
    expect(cost).toBeLessThan(DOCUMENT_LIMITS.cost / 1.5);
  });

  it('a page follows its variable', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (first) => {
        const text = 'query ($first: Int) { page(first: $first) { nodes { id } } }';
        expect(costOf(text, { first })).toBe(1 + first);
      }),
    );
  });

  it('pages in pages never leaves the numbers', () => {
    const first = 2_000_000_000;
    const deep = (levels: number): string =>
      levels === 0 ? 'id' : `page(first: $first) { nodes { ${deep(levels - 1)} } }`;
    const cost = costOf(`query ($first: Int) { school { ${deep(60)} } }`, { first });
    expect(Number.isFinite(cost)).toBe(true);
    expect(cost).toBeGreaterThan(1e15);
  });
});

describe('over HTTP', () => {
  const LIMIT = 5;
  const CHEAP = '{ whoAmI { role } }';
  const DEAR = '{ student(id: "s") { placements { hours } } }';
  let running: Awaited<ReturnType<typeof startGateway>>;
  beforeAll(async () => {
    running = await startGateway({
      transport: localTransport(),
      limits: { ...DOCUMENT_LIMITS, cost: LIMIT },
    });
  });
  afterAll(() => running.gateway.close());

  const dryRun = async (body: object) => {
    const response = await fetch(`${running.origin}/graphql/cost`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = DryRun.parse(await response.json());
    return { status: response.status, answer };
  };

  it('an operation over the limit is refused with both numbers, and asks no subgraph', async () => {
    running.fetched.length = 0;
    const { errors } = await running.ask(DEAR);
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'COST_EXCEEDED', limit: 5, found: 11 });
    expect(running.fetched).toEqual([]);
  });

  it('an answer says what it cost where that is asked for, and only there', async () => {
    const headers = { 'graphql-cost': 'report' };
    const told = JSON.parse((await running.ask(CHEAP, { headers })).text);
    expect(told.extensions).toEqual({ cost: { estimated: 1, actual: 1, limit: LIMIT } });
    expect(JSON.parse((await running.ask(CHEAP)).text)).not.toHaveProperty('extensions');
  });

  it('a dry run estimates without executing', async () => {
    running.fetched.length = 0;
    const asked = { query: `query Cheap ${CHEAP} query Dear ${DEAR}`, operationName: 'Dear' };
    expect(await dryRun(asked)).toEqual({
      status: 200,
      answer: { estimated: 11, limit: LIMIT, allowed: false },
    });
    expect(running.fetched).toEqual([]);
  });

  it.each([
    ['no GraphQL', { query: '{' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ nothing }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['no such operation', { query: CHEAP, operationName: 'Other' }, 'OPERATION_RESOLUTION_FAILURE'],
    [
      'a missing variable',
      { query: 'query ($id: ID!) { student(id: $id) { id } }' },
      'BAD_USER_INPUT',
    ],
    ['no query', {}, 'BAD_USER_INPUT'],
  ])('a dry run of %s is refused', async (_what, body, code) => {
    const { status, answer } = await dryRun(body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ errors: [{ extensions: { code } }] });
  });

  it('a dry run tells twenty mistakes, and that there are more', async () => {
    const fields = Array.from({ length: 30 }, (_, i) => `rolle${i}`).join(' ');
    const { answer } = await dryRun({ query: `{ whoAmI { ${fields} } }` });
    const messages = answer.errors?.map(({ message }) => message);
    expect(messages).toHaveLength(21);
    expect([messages?.[0], messages?.[20]]).toEqual([
      'Cannot query field "rolle0" on type "Who".',
      'Too many validation errors, error limit reached. Validation aborted.',
    ]);
  });

  it('a dry run is held to the limits of documents', async () => {
    const { status, answer } = await dryRun({ query: `{ ${'__typename '.repeat(51)} }` });
    expect([status, answer.errors?.[0]?.extensions.code]).toEqual([
      400,
      'DOCUMENT_TOO_MANY_ROOT_FIELDS',
    ]);
  });
});
