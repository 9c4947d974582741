import { getOperationAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { loadSupergraph } from '../../../gateway/planning/plan-here.ts';
import { PUBLIC_ACTOR } from '../../../platform/actor.ts';
import type { SubgraphRequest, SubgraphResponse } from '../../../platform/subgraph.ts';
import { compose } from '../support/gateways.ts';
import { createExecutor } from './support/executor.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import:
  ["@key", "@external", "@requires"])`;

/** What a subgraph requires is asked under its own name: here, names that every object of JavaScript has. */
const SDLS = {
  races: `${LINK} type Query { race: Race } type Race @key(fields: "id") { id: ID! }`,
  teams: `${LINK} type Race @key(fields: "id") { id: ID! constructor: Team toString: String }
    type Team { name: String }`,
  scores: `${LINK} type Race @key(fields: "id") { id: ID!
      constructor: Team @external toString: String @external
      points: Int @requires(fields: "constructor { name }") label: Int @requires(fields: "toString") }
    type Team { name: String @external }`,
};
const supergraph = loadSupergraph(compose(SDLS));

const RACE = { __typename: 'Race', id: '1', constructor: { name: 'Red' }, toString: 'a race' };
const REQUIRED = [
  ['points', 'constructor', RACE.constructor],
  ['label', 'toString', RACE.toString],
] as const;

async function ask(text: string, teams: SubgraphResponse) {
  const asked: [string, SubgraphRequest][] = [];
  const answers: Readonly<Record<string, SubgraphResponse>> = {
    races: { data: { race: { __typename: 'Race', id: '1' } } },
    teams,
    scores: { data: { _entities: [{ points: 9, label: 9 }] } },
  };
  const executor = createExecutor(supergraph, {
    async fetch(subgraph, request) {
      asked.push([subgraph, request]);
      return answers[subgraph] ?? {};
    },
    async close() {},
  });
  const document = parse(text);
  const definition = getOperationAST(document);
  if (!definition) throw new Error('There is no operation.');
  const vouched = { actor: PUBLIC_ACTOR, requestId: 'names' };
  const { data } = await executor({
    document,
    definition,
    variables: {},
    documentHash: text,
    vouched,
  });
  return { data, asked };
}

it.each(REQUIRED)('%s gets %s, which it requires', async (field, name, value) => {
  const { data, asked } = await ask(`{ race { ${field} } }`, { data: { _entities: [RACE] } });
  expect(data).toEqual({ race: { [field]: 9 } });
  const [, request] = asked.at(-1) ?? [];
  expect(request?.variables?.representations).toEqual([
    { __typename: 'Race', id: '1', [name]: value },
  ]);
});

it.each(REQUIRED)('%s is not asked without %s, which nobody gave', async (field) => {
  const { data, asked } = await ask(`{ race { ${field} } }`, {
    data: { _entities: [null] },
    errors: [{ message: 'There is no such race.', path: ['_entities', 0] }],
  });
  expect(data).toEqual({ race: { [field]: null } });
  expect(asked.map(([subgraph]) => subgraph)).toEqual(['races', 'teams']);
});
