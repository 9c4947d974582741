import { GraphQLError } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLANNING_HERE } from '../../gateway/planning/plan-here.ts';
import type { Planning } from '../../gateway/planning/planner.ts';
import { localTransport, startGateway } from './support/gateways.ts';

type Sent = { readonly headers: Record<string, string>; readonly body: string };

const JSON_HEADERS = { 'content-type': 'application/json' };
const REQUEST_ID = { 'x-request-id': 'known-answer' };
const sent = (body: object, headers: Record<string, string> = {}): Sent => ({
  headers: { ...JSON_HEADERS, ...REQUEST_ID, ...headers },
  body: JSON.stringify(body),
});

const STUDENT = 'query Student($id: ID!) { student(id: $id) { id name placements { hours } } }';
const TWO = 'query A { whoAmI { role } } query B { whoAmI { subject requestId } }';
const RENAME = 'mutation Rename($id: ID!) { rename(id: $id) { name } }';
const GRAPHQL_JSON = { accept: 'application/graphql-response+json' };

/** Each is sent twice: Apollo Server answers the first, the short way the second. */
const requests: readonly (readonly [string, Sent])[] = [
  ['a query', sent({ query: '{ a: student(id: "A \\"Q\\" Ü\\n") { id name } }' })],
  ['a query with variables', sent({ query: STUDENT, variables: { id: 's1' } })],
  ['an error beside data', sent({ query: '{ broken student(id: "s1") { nickname } }' })],
  ['nothing but an error', sent({ query: '{ strict whoAmI { role } }' })],
  ['an entity that is not there', sent({ query: '{ missing { name placements { id } } }' })],
  ['a variable of the wrong type', sent({ query: STUDENT, variables: { id: {} } })],
  ['a variable that is missing', sent({ query: STUDENT })],
  ['variables that are null', sent({ query: STUDENT, variables: null })],
  ['one of two operations', sent({ query: TWO, operationName: 'B' })],
  ['none of two operations', sent({ query: TWO })],
  ['an operation that is not there', sent({ query: TWO, operationName: 'C' })],
  ['an empty name of an operation', sent({ query: TWO, operationName: '' })],
  ['a mutation', sent({ query: RENAME, variables: { id: 's1' } })],
  ['the other media type', sent({ query: '{ whoAmI { role } }' }, GRAPHQL_JSON)],
  ['a wrong variable, the other media type', sent({ query: STUDENT }, GRAPHQL_JSON)],
  [
    'a media type that is not ours',
    sent({ query: '{ whoAmI { role } }' }, { accept: 'text/html' }),
  ],
  ['any media type', sent({ query: '{ whoAmI { role } }' }, { accept: 'text/html, */*;q=0.1' })],
  ['a report of the cost', sent({ query: '{ whoAmI { role } }' }, { 'graphql-cost': 'report' })],
  ['extensions', sent({ query: '{ whoAmI { role } }', extensions: { client: 'x' } })],
  ['a persisted query', sent({ query: '{ __typename }', extensions: { persistedQuery: {} } })],
  ['a list of variables', sent({ query: '{ __typename }', variables: [] })],
  ['a name that is a number', sent({ query: '{ __typename }', operationName: 1 })],
  ['introspection', sent({ query: '{ __schema { queryType { name } } again: __typename }' })],
  ['a document that is not valid', sent({ query: '{ nothing }' })],
  ['a text that is not GraphQL', sent({ query: '{' })],
  [
    'a charset',
    sent({ query: '{ __typename }' }, { 'content-type': 'application/json; charset=utf-8' }),
  ],
];

let running: Awaited<ReturnType<typeof startGateway>>;
beforeAll(async () => {
  running = await startGateway({ transport: localTransport() });
});
afterAll(() => running.gateway.close());

async function post({ headers, body }: Sent) {
  const response = await fetch(`${running.origin}/graphql`, { method: 'POST', headers, body });
  const kept = new Headers(response.headers);
  kept.delete('date');
  kept.delete('server-timing');
  return { status: response.status, headers: [...kept], text: await response.text() };
}

describe('a request whose operation is known', () => {
  it.each(requests)('is answered as by Apollo Server: %s', async (_name, request) => {
    const first = await post(request);
    expect(await post(request)).toEqual(first);
  });
});

describe('the mutation of a client', () => {
  const rename = (accept: string) => {
    running.fetched.length = 0;
    return post(sent({ query: RENAME, variables: { id: 's1' } }, { accept }));
  };

  it.each([
    'text/html, image/*',
    'application/json; indent=4',
    'application/json; q=0.5; charset=utf-16',
    'application/json-seq',
    'application/json;q=0, text/html',
    '*/*; q=0.0',
  ])('that reads no JSON as we write it is refused before anything is done: %s', async (accept) => {
    const { status, text } = await rename(accept);
    expect([status, running.fetched]).toEqual([406, []]);
    expect(JSON.parse(text)).toEqual({
      errors: [
        {
          message:
            'The answer is application/json or application/graphql-response+json, and the header "Accept" has neither.',
          extensions: { code: 'BAD_REQUEST', requestId: 'known-answer' },
        },
      ],
    });
  });

  it.each([
    'text/html, */*;q=0.1',
    'APPLICATION/JSON; charset=UTF-8',
    'application/json;q=0.5 ; charset="utf-8"',
    'application/graphql-response+json;q=0.05,text/html',
    'application/json; indent=4, application/*',
  ])('that reads it is carried out: %s', async (accept) => {
    const { status } = await rename(accept);
    expect([status, running.fetched.length]).toEqual([200, 1]);
  });
});

describe('an operation that finds no room to be planned', () => {
  it.each([JSON_HEADERS, { ...JSON_HEADERS, ...GRAPHQL_JSON }])(
    'is told to come again, whichever way it is answered: %o',
    async (headers) => {
      const overloaded: Planning = {
        ...PLANNING_HERE,
        planner: () => async () => {
          throw new GraphQLError('There is no room.', { extensions: { code: 'OVERLOADED' } });
        },
      };
      const { gateway, origin } = await startGateway({
        transport: localTransport(),
        planning: overloaded,
      });
      const init = { method: 'POST', headers, body: '{"query":"{ whoAmI { role } }"}' };
      for (const _way of ['by Apollo Server', 'known']) {
        const response = await fetch(`${origin}/graphql`, init);
        expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
        expect(await response.json()).toMatchObject({
          errors: [{ extensions: { code: 'OVERLOADED' } }],
        });
      }
      await gateway.close();
    },
  );
});
