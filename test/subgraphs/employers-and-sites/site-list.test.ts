import { beforeAll, describe, expect, it } from 'vitest';
import { openGraph } from './graph.ts';
import { makeEmployer, makeSite } from './makers.ts';

const graph = openGraph();
const SITES = `query ($board: WorkforceBoardCode, $onboarding: [OnboardingStatus!], $first: Int! = 25, $after: String) {
  sites(board: $board, onboarding: $onboarding, first: $first, after: $after) {
    totalCount nodes { id employer { name } } pageInfo { hasNextPage endCursor }
  }
}`;
type Page = {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

let bostonActive: string[];
let bostonPaused: string;
let berkshire: string;

beforeAll(async () => {
  const database = graph.database();
  const employer = { employer_id: await makeEmployer(database) };
  bostonActive = [];
  for (let n = 0; n < 5; n++) bostonActive.push(await makeSite(database, employer));
  bostonActive.sort();
  bostonPaused = await makeSite(database, { ...employer, onboarding_status: 'PAUSED' });
  berkshire = await makeSite(database, { ...employer, board_code: 'BERKSHIRE' });
});

async function pageOf(variables: object): Promise<Page> {
  const { data, errors } = await graph.ask(SITES, { ...variables });
  expect(errors).toBeUndefined();
  return data?.sites as Page;
}
const idsOf = ({ nodes }: Page) => nodes.map(({ id }) => id);

describe('the list of sites', () => {
  it('is read page by page to the end, each site once, in the order of ids', async () => {
    const read: string[] = [];
    let after: string | null = null;
    let pages = 0;
    do {
      const page: Page = await pageOf({ first: 3, after });
      read.push(...idsOf(page));
      expect(page.totalCount).toBe(7);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      pages += 1;
    } while (after);
    expect(read).toEqual([...bostonActive, bostonPaused, berkshire].toSorted());
    expect(pages).toBe(3);
  });

  it('ends where a page is just full', async () => {
    const page = await pageOf({ first: 7 });
    expect(page.pageInfo.hasNextPage).toBe(false);
    const beyond = await pageOf({ first: 7, after: page.pageInfo.endCursor });
    expect(beyond).toEqual({
      totalCount: 7,
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('keeps to a board and to states of onboarding', async () => {
    expect(idsOf(await pageOf({ board: 'BERKSHIRE' }))).toEqual([berkshire]);
    expect(idsOf(await pageOf({ board: 'BOSTON', onboarding: ['ACTIVE'] }))).toEqual(bostonActive);
    expect(idsOf(await pageOf({ onboarding: ['PAUSED', 'RETIRED'] }))).toEqual([bostonPaused]);
    expect(idsOf(await pageOf({ onboarding: [] }))).toEqual([]);
  });

  it('is one statement, and one more where the client asks how many there are', async () => {
    const nodes = 'query { sites { nodes { id employer { sites { id } } } } }';
    expect((await graph.count(nodes)).statements).toBe(1);
    expect((await graph.count(SITES)).statements).toBe(2);
  });

  it.each([0, -1, 101])('has no page of %d', async (first) => {
    const { errors } = await graph.ask(SITES, { first });
    expect(errors?.map(({ message, extensions }) => [message, extensions?.code])).toEqual([
      [`"first" cannot be ${first}. It is from 1 to 100.`, 'BAD_USER_INPUT'],
    ]);
  });

  it.each(['', 'no cursor', 'WyJ4Il0', 'W10'])('refuses "%s" as a cursor', async (after) => {
    const { errors } = await graph.ask(SITES, { after });
    expect(errors?.map(({ extensions }) => extensions?.code)).toEqual(['BAD_USER_INPUT']);
  });
});
