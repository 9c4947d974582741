import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpTransport, localTransport, servedFixtures, startGateway } from './support/gateways.ts';
import { SECRET } from './support/subgraph-fixtures.ts';

const REQUEST_ID = 'request-12345';
/** For a subgraph that hangs; those that answer have the gateway's own patience. */
const TIMEOUT_MS = 300;
const headers = { 'x-request-id': REQUEST_ID };

type Running = Awaited<ReturnType<typeof startGateway>>;

describe.each(['local', 'http'] as const)('over the %s transport', (kind) => {
  let running: Running;
  let fixtures: Awaited<ReturnType<typeof servedFixtures>>;

  const start = (timeoutMs?: number) =>
    startGateway({
      transport:
        kind === 'local' ? localTransport(timeoutMs) : httpTransport(fixtures.urls, timeoutMs),
    });

  beforeAll(async () => {
    fixtures = await servedFixtures();
    running = await start();
  });
  afterAll(async () => {
    await running.gateway.close();
    await fixtures.close();
  });

  it('one request is answered by both subgraphs, each asked once', async () => {
    running.fetched.length = 0;
    const { data, errors, status } = await running.ask(
      '{ student(id: "s") { name placements { id hours } } }',
    );
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data).toEqual({
      student: {
        name: 'Student s',
        placements: [
          { id: 's-1', hours: 100 },
          { id: 's-2', hours: 100 },
        ],
      },
    });
    expect(running.fetched).toEqual(['students-and-mycap', 'placements']);
  });

  it('a subgraph learns the actor and the request id', async () => {
    const { data } = await running.ask('{ whoAmI { role subject requestId } }', { headers });
    expect(data).toEqual({ whoAmI: { role: 'PUBLIC', subject: null, requestId: REQUEST_ID } });
  });

  it('what a subgraph throws is masked, with the request id, and logged', async () => {
    const { text, data, errors } = await running.ask('{ broken whoAmI { role } }', { headers });
    expect(data).toEqual({ broken: null, whoAmI: { role: 'PUBLIC' } });
    expect(errors).toEqual([
      {
        message: 'Something of ours broke; the log has it under this request id.',
        path: ['broken'],
        extensions: { code: 'INTERNAL', requestId: REQUEST_ID },
      },
    ]);
    expect(text).not.toContain(SECRET);
    expect(running.lines).toContainEqual(expect.objectContaining({ requestId: REQUEST_ID }));
  });

  it('an error below a list has the path of its item', async () => {
    const { errors } = await running.ask('{ student(id: "s") { id secretNotes } }');
    expect(errors?.map(({ path }) => path)).toEqual([['student', 'secretNotes']]);
  });

  it('an error where null may not be takes the data with it', async () => {
    const { data, errors } = await running.ask('{ strict }');
    expect(data).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
  });

  it('an error meant for the caller arrives as it was said', async () => {
    const { errors } = await running.ask('{ missing { id } }', { headers });
    expect(errors).toEqual([
      {
        message: 'No Student with id "s-404".',
        path: ['missing'],
        extensions: { code: 'NOT_FOUND', type: 'Student', id: 's-404', requestId: REQUEST_ID },
      },
    ]);
  });

  it('a broken rule is named', async () => {
    const { errors } = await running.ask('mutation { rename(id: "s") { id } }', { headers });
    expect(errors?.[0]?.extensions).toEqual({
      code: 'RULE_VIOLATED',
      rule: 'ONE_NAME',
      requestId: REQUEST_ID,
    });
  });

  it('a subgraph that hangs is given up after the timeout, and named', async () => {
    const impatient = await start(TIMEOUT_MS);
    const { data, errors } = await impatient.ask('{ hang }', { headers });
    await impatient.gateway.close();
    expect(data).toEqual({ hang: null });
    expect(errors).toEqual([
      {
        message: 'A part of the graph did not answer in time; its fields are null.',
        extensions: {
          code: 'SUBGRAPH_TIMEOUT',
          subgraph: 'students-and-mycap',
          requestId: REQUEST_ID,
        },
      },
    ]);
    expect(impatient.lines).toContainEqual(
      expect.objectContaining({ why: `It did not answer within ${TIMEOUT_MS} ms.` }),
    );
  });

  it.each([
    ['a document that is no GraphQL', '{', {}, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nothing }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two operations and no name',
      'query A { __typename } query B { __typename }',
      {},
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a variable that is missing',
      'query ($id: ID!) { student(id: $id) { id } }',
      {},
      'BAD_USER_INPUT',
    ],
  ])('%s is refused before any fetch', async (_what, query, variables, code) => {
    running.fetched.length = 0;
    const accept = 'application/graphql-response+json';
    const { status, errors } = await running.ask(query, {
      variables,
      headers: { ...headers, accept },
    });
    expect(status).toBe(400);
    expect((await running.ask(query, { variables, headers })).status).toBe(200);
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code, requestId: REQUEST_ID }]);
    expect(running.fetched).toEqual([]);
  });

  it.each([
    ['in a variable', 'query ($on: Date!) { born(on: $on) }', { on: 'yesterday' }],
    ['in the document', '{ born(on: "yesterday") }', {}],
  ])(
    "a value that a scalar of a subgraph refuses, %s, is the caller's to mend",
    async (_where, query, variables) => {
      const { errors } = await running.ask(query, { variables });
      expect(errors?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
        ['BAD_USER_INPUT', expect.stringContaining('"yesterday"')],
      ]);
    },
  );

  it('a query plan is made for each operation of one document', async () => {
    const query = 'query A { whoAmI { role } } query B { student(id: "b") { id } }';
    const ask = async (operationName: string) =>
      await (
        await fetch(`${running.origin}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query, operationName }),
        })
      ).json();
    expect(await ask('A')).toEqual({ data: { whoAmI: { role: 'PUBLIC' } } });
    expect(await ask('B')).toEqual({ data: { student: { id: 'b' } } });
  });

  it('introspection is answered without a fetch', async () => {
    running.fetched.length = 0;
    const { data } = await running.ask('{ __type(name: "Placement") { fields { name } } }');
    expect(data).toEqual({ __type: { fields: [{ name: 'id' }, { name: 'hours' }] } });
    expect(running.fetched).toEqual([]);
  });
});
