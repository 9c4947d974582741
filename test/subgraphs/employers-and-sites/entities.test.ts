import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { BOARD_STAFF, openGraph } from './graph.ts';
import { makeEmployer, makeEvent, makeOpportunity, makeSite, makeSupervisor } from './makers.ts';

const graph = openGraph();
const ENTITIES = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
  ... on Employer { id name }
  ... on Site { id employer { id } }
  ... on Supervisor { id email }
  ... on Opportunity { id site { id employer { id } } slots }
  ... on CareerEvent { id hostEmployers { id } }
} }`;

let employer: string;
let sites: string[];
let keys: { __typename: string; id: string }[];

beforeAll(async () => {
  const database = graph.database();
  employer = await makeEmployer(database);
  sites = [];
  for (let n = 0; n < 3; n++) sites.push(await makeSite(database, { employer_id: employer }));
  const [site = ''] = sites;
  keys = [
    { __typename: 'Employer', id: employer },
    { __typename: 'Site', id: site },
    { __typename: 'Supervisor', id: await makeSupervisor(database, site) },
    { __typename: 'Opportunity', id: await makeOpportunity(database, site) },
    { __typename: 'CareerEvent', id: await makeEvent(database, [employer]) },
  ];
});

const asKeys = (typeName: string, ids: readonly string[]) =>
  ids.map((id) => ({ __typename: typeName, id }));

describe('entities', () => {
  it('are one statement for any number of keys, answered in the order of the keys', async () => {
    const ids = [...sites, ...sites].toReversed();
    const representations = asKeys('Site', ids);
    const { data, statements } = await graph.count(ENTITIES, { representations });
    expect(data).toEqual({ _entities: ids.map((id) => ({ id, employer: { id: employer } })) });
    expect(statements).toBe(1);
  });

  it('of unknown and malformed ids are null, beside those that are found', async () => {
    const [known = ''] = sites;
    const representations = asKeys('Site', [randomUUID(), known, "'; drop table site; --"]);
    const { data, errors, statements } = await graph.count(ENTITIES, { representations });
    expect(data).toEqual({ _entities: [null, { id: known, employer: { id: employer } }, null] });
    expect(errors).toBeUndefined();
    expect(statements).toBe(1);
  });

  it('of malformed ids alone do not reach the database', async () => {
    const types = ['Employer', 'Site', 'Supervisor', 'Opportunity', 'CareerEvent'];
    const representations = types.flatMap((type) => asKeys(type, ['', 'x']));
    const { data, errors, statements } = await graph.count(ENTITIES, { representations });
    expect(data).toEqual({ _entities: representations.map(() => null) });
    expect(errors).toBeUndefined();
    expect(statements).toBe(0);
  });

  it('of several types in one list are found each in its own table', async () => {
    const question = [ENTITIES, { representations: keys }, BOARD_STAFF] as const;
    const { data, statements } = await graph.count(...question);
    const [site = ''] = sites;
    const at = (index: number) => keys[index]?.id;
    expect(data).toEqual({
      _entities: [
        { id: employer, name: 'Harborside Clinic (demo)' },
        { id: site, employer: { id: employer } },
        { id: at(2), email: 'ada@harborside.example' },
        { id: at(3), site: { id: site, employer: { id: employer } }, slots: 3 },
        { id: at(4), hostEmployers: [{ id: employer }] },
      ],
    });
    expect(statements).toBe(5);
  });

  it('are the same statement whatever a page of parents asks below them', async () => {
    const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Site { supervisors { id } opportunities { id site { name } } employer { sites { id } } }
    } }`;
    const representations = asKeys('Site', sites);
    expect((await graph.count(query, { representations })).statements).toBe(1);
  });
});
