import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DOCUMENT_LIMITS } from '../../gateway/document/limits.ts';
import { localTransport, startGateway } from './support/gateways.ts';

/** Small ones: what is over them can be read in a test. */
const LIMITS = {
  ...DOCUMENT_LIMITS,
  characters: 2_000,
  tokens: 200,
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
  tokens: (more: number) =>
    `query (${times(48, (i) => `$v${i}:ID`)}) { ${times(3 + more, () => '__typename')} }`,
  depth: (more: number) =>
    more > 0
      ? '{ student(id: "s") { placements { hours { x } } } }'
      : '{ student(id: "s") { placements { hours } } }',
  aliases: (more: number) => `{ ${times(LIMITS.aliases + more, (i) => `a${i}: __typename`)} }`,
  rootFields: (more: number) =>
    `{ ${times(3, () => 'broken')} ${times(3, () => 'missing')} ${times(2 + more, () => '__typename')} }`,
  directives: (more: number) =>
    `{ whoAmI { role ${times(LIMITS.directives + more, () => '@include(if: true)')} } }`,
  repeats: (more: number) => `{ whoAmI { ${times(LIMITS.repeats + more, () => 'role')} } }`,
} as const;

const CODES = {
  characters: 'DOCUMENT_TOO_LARGE',
  tokens: 'DOCUMENT_TOO_MANY_TOKENS',
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

describe('fragments', () => {
  const doubled = times(10, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);

  it('that multiply are counted as written out, in no time', async () => {
    const { errors } = await running.ask(
      `{ ...F0 } ${doubled} fragment F10 on Query { whoAmI { role } }`,
    );
    expect(codesOf(errors)).toEqual(['DOCUMENT_TOO_MANY_REPEATS']);
  });

  it('that spread themselves are refused', async () => {
    const { errors } = await running.ask(
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    );
    expect(errors?.[0]?.message).toBe('Fragment "A" spreads itself.');
    expect(codesOf(errors)).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  });
});

it('a refusal is 400 for a client that reads the status', async () => {
  const accept = 'application/graphql-response+json';
  const { status, headers } = await running.ask(EDGES.depth(1), { headers: { accept } });
  expect([status, headers.get('content-type')]).toEqual([400, `${accept}; charset=utf-8`]);
});

it('a query of a GET is held to the same', async () => {
  const search = new URLSearchParams({ query: EDGES.depth(1) });
  const response = await fetch(`${running.origin}/graphql?${search}`, {
    headers: { 'apollo-require-preflight': 'x' },
  });
  expect(await response.text()).toContain('DOCUMENT_TOO_DEEP');
});
