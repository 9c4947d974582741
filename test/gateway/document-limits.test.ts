import { once } from 'node:events';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DOCUMENT_LIMITS } from '../../gateway/document/limits.ts';
import { localTransport, startGateway } from './support/gateways.ts';

/** Small ones: what is over them can be read in a test. */
const LIMITS = {
  ...DOCUMENT_LIMITS,
  characters: 2_000,
  lines: 30,
  tokens: 200,
  operations: 5,
  fragments: 4,
  depth: 3,
  selections: 60,
  aliases: 6,
  rootFields: 8,
  directives: 4,
  repeats: 3,
};
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

/** At the limit and one over it, of each kind. */
const EDGES = {
  characters: (more: number) => `{ whoAmI { role } }`.padEnd(LIMITS.characters + more),
  lines: (more: number) => `{ whoAmI { role } }${'\n \r\n \r '.repeat(9)}\n\n${'\n'.repeat(more)}`,
  tokens: (more: number) =>
    `query (${times(48, (i) => `$v${i}:ID`)}) { ${times(3 + more, () => '__typename')} }`,
  depth: (more: number) =>
    more > 0
      ? '{ student(id: "s") { placements { hours { x } } } }'
      : '{ student(id: "s") { placements { hours } } }',
  operations: (more: number) =>
    times(LIMITS.operations + more, (i) => `query Q${i} { whoAmI { role } }`),
  fragments: (more: number) =>
    `{ ${times(LIMITS.fragments + more, (i) => `...F${i}`)} } ${times(LIMITS.fragments + more, (i) => `fragment F${i} on Query { ${i % 2 ? 'broken' : 'missing { id }'} }`)}`,
  aliases: (more: number) => `{ ${times(LIMITS.aliases + more, (i) => `a${i}: __typename`)} }`,
  rootFields: (more: number) =>
    `{ ${times(3, () => 'broken')} ${times(3, () => 'missing')} ${times(2 + more, () => '__typename')} }`,
  directives: (more: number) =>
    `{ whoAmI { role ${times(LIMITS.directives + more, () => '@include(if: true)')} } }`,
  repeats: (more: number) => `{ whoAmI { ${times(LIMITS.repeats + more, () => 'role')} } }`,
} as const;

const CODES = {
  characters: 'DOCUMENT_TOO_LARGE',
  lines: 'DOCUMENT_TOO_MANY_LINES',
  tokens: 'DOCUMENT_TOO_MANY_TOKENS',
  operations: 'DOCUMENT_TOO_MANY_OPERATIONS',
  fragments: 'DOCUMENT_TOO_MANY_FRAGMENTS',
  depth: 'DOCUMENT_TOO_DEEP',
  aliases: 'DOCUMENT_TOO_MANY_ALIASES',
  rootFields: 'DOCUMENT_TOO_MANY_ROOT_FIELDS',
  directives: 'DOCUMENT_TOO_MANY_DIRECTIVES',
  repeats: 'DOCUMENT_TOO_MANY_REPEATS',
} as const;
const NAMES = Object.keys(CODES) as (keyof typeof CODES)[];

let running: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  running = await startGateway({ transport: localTransport(), limits: LIMITS });
});
afterAll(() => running.gateway.close());
beforeEach(() => {
  running.fetched.length = 0;
});

const codesOf = (errors: Awaited<ReturnType<typeof running.ask>>['errors']) =>
  errors?.map(({ extensions }) => extensions.code) ?? [];

describe.each(NAMES)('the limit of %s', (name) => {
  it('lets in what is at it', async () => {
    const { errors } = await running.ask(EDGES[name](0));
    expect(codesOf(errors)).not.toContain(CODES[name]);
  });

  it('refuses what is over it, with the limit and what was found, and asks no subgraph', async () => {
    const { errors, data, status } = await running.ask(EDGES[name](1));
    expect(errors).toEqual([
      {
        message: expect.stringContaining(`the limit is ${LIMITS[name]}`),
        extensions: expect.objectContaining({ code: CODES[name], limit: LIMITS[name] }),
      },
    ]);
    expect(errors?.[0]?.extensions.found).toBeGreaterThan(LIMITS[name]);
    expect([data, status, running.fetched]).toEqual([undefined, 200, []]);
  });
});

const refused = async (text: string) => {
  const { errors, data } = await running.ask(text);
  expect([data, running.fetched]).toEqual([undefined, []]);
  return errors?.map(({ message, extensions }) => `${extensions.code}: ${message}`);
};

describe('fragments', () => {
  const doubled = (from: number, to: number) =>
    times(
      to - from,
      (i) => `fragment F${from + i} on Who { ...F${from + i + 1} ...F${from + i + 1} }`,
    );

  it('that multiply are counted as written out', async () => {
    expect(
      await refused(
        `{ whoAmI { ...F0 } } ${doubled(0, 3)} fragment F3 on Who { ${times(9, () => 'role')} }`,
      ),
    ).toEqual([expect.stringContaining('DOCUMENT_TOO_MANY_SELECTIONS: The document has 88 ')]);
  });

  it('are counted in every operation that spreads them', async () => {
    const fragment = `fragment F on Who { ${times(3, (i) => `a${i}: role`)} ${times(2, () => 'role')} }`;
    const some = (count: number) => times(count, (i) => `query Q${i} { whoAmI { ...F ...F } }`);
    expect(await refused(`${some(5)} ${fragment}`)).toEqual([
      expect.stringContaining('DOCUMENT_TOO_MANY_SELECTIONS: The document has 65 '),
    ]);
  });

  it('that no operation uses are refused before they are validated', async () => {
    expect(
      await refused('{ whoAmI { role } } fragment F on Who { ...G } fragment G on Who { role }'),
    ).toEqual(['GRAPHQL_VALIDATION_FAILED: Fragment "F" is never used.']);
  });

  it('of one name are refused before one of them is measured', async () => {
    const twice = times(2, () => 'fragment F on Who { role }');
    expect(await refused(`{ whoAmI { ...F } } ${twice}`)).toEqual([
      'GRAPHQL_VALIDATION_FAILED: There can be only one fragment named "F".',
    ]);
  });

  it('that spread themselves are refused', async () => {
    expect(
      await refused('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
    ).toEqual(['GRAPHQL_VALIDATION_FAILED: Fragment "A" spreads itself.']);
  });
});

it('a subscription is refused', async () => {
  expect(await refused('subscription { whoAmI { role } }')).toEqual([
    'GRAPHQL_VALIDATION_FAILED: Subscriptions are not served here. Ask a query.',
  ]);
});

it('selections that are merged count as repeats wherever they stand', async () => {
  const two = 'placements { hours }';
  const text = `{ student(id: "s") { ${two} ${two} } student(id: "s") { ${two} } ...F } fragment F on Query { student(id: "s") { ${two} } }`;
  expect(await refused(text)).toEqual([
    expect.stringContaining('DOCUMENT_TOO_MANY_REPEATS: The document has 4 '),
  ]);
});

it('a refusal is 400 for a client that reads the status', async () => {
  const accept = 'application/graphql-response+json';
  const { status, headers } = await running.ask(EDGES.depth(1), { headers: { accept } });
  expect([status, headers.get('content-type')]).toEqual([400, `${accept}; charset=utf-8`]);
});

it('a variable that could pass for the values of others is refused', async () => {
  expect(await refused('query ($__proto__: ID!) { student(id: $__proto__) { id } }')).toEqual([
    'GRAPHQL_VALIDATION_FAILED: A variable cannot have the name "__proto__". Give it another.',
  ]);
});

it.each([
  ['as it is', ''],
  ['with an escape that is none', '%23%ZZ'],
  ['with bytes that are no UTF-8', '%23%FF'],
  ['with a fragment', '#%0A'],
  ['with other parameters', '&variables=%7B%7D&x=%'],
])('a query of a GET is held to the same: %s', async (_what, more) => {
  const { hostname, port } = new URL(running.origin);
  const answer = request({
    hostname,
    port,
    path: `/graphql?query=${encodeURIComponent(EDGES.depth(1))}${more}`,
    headers: { 'apollo-require-preflight': 'x' },
  }).end();
  const [response] = await once(answer, 'response');
  expect(await text(response)).toContain('DOCUMENT_TOO_DEEP');
  expect(running.fetched).toEqual([]);
});
