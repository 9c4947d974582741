import { beforeAll, describe, expect, it } from 'vitest';
import { openGraph } from './graph.ts';
import { makeEmployer, makeOpportunity, makeSite } from './makers.ts';

const graph = openGraph();
const CENTER = { lat: 42.331918, lon: -71.09088 };
/** One degree of a great circle, in miles. */
const DEGREE = (3958.7613 * Math.PI) / 180;
/** How much shorter a degree of longitude is here. */
const NARROWING = Math.cos((CENTER.lat * Math.PI) / 180);

const at = (milesNorth: number, milesEast: number) => ({
  lat: CENTER.lat + milesNorth / DEGREE,
  lon: CENTER.lon + milesEast / (DEGREE * NARROWING),
});

const NEAR = `query ($near: GeoInput!, $first: Int! = 25, $after: String) {
  opportunities(filter: { near: $near }, first: $first, after: $after) {
    totalCount nodes { title } pageInfo { hasNextPage endCursor }
  }
}`;
type Page = {
  readonly totalCount: number;
  readonly nodes: readonly { readonly title: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

async function pageWithin(withinMiles: number, page: object = {}): Promise<Page> {
  const { data, errors } = await graph.ask(NEAR, { near: { ...CENTER, withinMiles }, ...page });
  expect(errors).toBeUndefined();
  return data?.opportunities as Page;
}
const titlesOf = ({ nodes }: Page) => nodes.map(({ title }) => title).toSorted();

beforeAll(async () => {
  const database = graph.database();
  const employer_id = await makeEmployer(database);
  const places = {
    here: at(0, 0),
    'inside north': at(2.999, 0),
    'outside north': at(3.001, 0),
    'inside east': at(0, 2.999),
    'outside east': at(0, 3.001),
    'inside southwest': at(-2.12, -2.12),
    'in the corner of the box': at(2.2, 2.2),
    'far away': at(0, -85),
    virtual: { setting: 'VIRTUAL', address: null, lat: null, lon: null },
    'virtual, with an office here': { setting: 'VIRTUAL', ...at(0.1, 0.1) },
  };
  for (const [title, place] of Object.entries(places)) {
    const site = await makeSite(database, { employer_id, ...place });
    await makeOpportunity(database, site, { title });
  }
});

const INSIDE = ['here', 'inside east', 'inside north', 'inside southwest'];

describe('opportunities near a point', () => {
  it('are those in the circle: not in the corners of its box, and none that is virtual', async () => {
    const page = await pageWithin(3);
    expect(titlesOf(page)).toEqual(INSIDE);
    expect(page.totalCount).toBe(INSIDE.length);
  });

  it('are paged as they are counted, though the box holds more', async () => {
    const read: string[] = [];
    let after: string | null = null;
    do {
      const page: Page = await pageWithin(3, { first: 1, after });
      expect(page.totalCount).toBe(INSIDE.length);
      expect(page.nodes).toHaveLength(1);
      read.push(...titlesOf(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(read.toSorted()).toEqual(INSIDE);
  });

  it.each([
    { miles: 0.001, count: 1 },
    { miles: 2.99, count: 1 },
    { miles: 3.01, count: 6 },
    { miles: 84, count: 7 },
    { miles: 86, count: 8 },
  ])('are $count within $miles miles', async ({ miles, count }) => {
    expect((await pageWithin(miles)).totalCount).toBe(count);
  });

  it('are one statement', async () => {
    const query =
      'query ($near: GeoInput!) { opportunities(filter: { near: $near }) { nodes { title } } }';
    const near = { ...CENTER, withinMiles: 3 };
    expect((await graph.count(query, { near })).statements).toBe(1);
  });

  it.each([
    {
      near: { ...CENTER, withinMiles: 0 },
      message: '"near.withinMiles" cannot be 0. It is more than 0, and at most 100.',
    },
    {
      near: { ...CENTER, withinMiles: 100.1 },
      message: '"near.withinMiles" cannot be 100.1. It is more than 0, and at most 100.',
    },
    {
      near: { lat: 90.1, lon: 0, withinMiles: 1 },
      message: '"near.lat" cannot be 90.1. It is from -90 to 90.',
    },
    {
      near: { lat: 0, lon: -180.1, withinMiles: 1 },
      message: '"near.lon" cannot be -180.1. It is from -180 to 180.',
    },
  ])('cannot be asked with $near', async ({ near, message }) => {
    const { errors } = await graph.ask(NEAR, { near });
    expect(errors?.map((error) => [error.message, error.extensions?.code])).toEqual([
      [message, 'BAD_USER_INPUT'],
    ]);
  });
});
