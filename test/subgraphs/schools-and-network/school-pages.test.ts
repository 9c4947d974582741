import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeCursor } from '../../../platform/graphql/connection.ts';
import { type Network, startNetwork } from './support/network.ts';

const CODES = ['99010505', '99010510', '99010515', '99010520', '99010525'];
const PAGE = `query ($board: WorkforceBoardCode, $tier: NetworkTier, $first: Int! = 25, $after: String) {
  schools(board: $board, tier: $tier, first: $first, after: $after) {
    nodes { deseCode } pageInfo { hasNextPage endCursor } } }`;
const COUNT = `query ($board: WorkforceBoardCode, $tier: NetworkTier) {
  schools(board: $board, tier: $tier, first: 1) { totalCount } }`;

type Page = {
  nodes: { deseCode: string }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
};

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.board('BOSTON');
  await make.district();
  for (const [index, code] of CODES.entries())
    await make.school(code, {
      board_code: index < 3 ? 'METRO_NORTH' : 'BOSTON',
      tier: index % 2 === 0 ? 'PARTNER' : 'MEMBER',
    });
});

afterAll(() => network.stop());

const page = async (question: object) =>
  (await network.ask(PAGE, { ...question })).data?.schools as Page;
const codes = ({ nodes }: Page) => nodes.map(({ deseCode }) => deseCode);

describe('pages of schools', () => {
  it('lead from the first to the last without a gap or a repetition', async () => {
    const seen: string[][] = [];
    let after: string | null = null;
    do {
      const next: Page = await page({ first: 2, after });
      seen.push(codes(next));
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual([CODES.slice(0, 2), CODES.slice(2, 4), CODES.slice(4)]);
  });

  it('say that there is no next one where the last is full', async () => {
    expect((await page({ first: 5 })).pageInfo.hasNextPage).toBe(false);
  });

  it.each([
    { filter: { board: 'BOSTON' }, expected: CODES.slice(3) },
    { filter: { tier: 'MEMBER' }, expected: [CODES[1], CODES[3]] },
    { filter: { board: 'METRO_NORTH', tier: 'PARTNER' }, expected: [CODES[0], CODES[2]] },
    { filter: { tier: 'NOT_IN_NETWORK' }, expected: [] },
  ])('hold and count those that fit $filter', async ({ filter, expected }) => {
    expect(codes(await page(filter))).toEqual(expected);
    expect(await network.ask(COUNT, filter)).toEqual({
      data: { schools: { totalCount: expected.length } },
    });
  });

  it('cost one statement, and one more where the total is asked', async () => {
    expect(await network.cost(() => network.ask(PAGE))).toBe(1);
    expect(await network.cost(() => network.ask(COUNT))).toBe(2);
  });

  it.each([0, -1, 101])('cannot have %i schools', async (first) => {
    expect(await network.ask(PAGE, { first })).toEqual({
      data: { schools: null },
      errors: [
        {
          message: `"first" cannot be ${first}. It is from 1 to 100.`,
          path: ['schools'],
          extensions: { argument: 'first', code: 'BAD_USER_INPUT' },
        },
      ],
    });
  });

  it.each([
    { name: 'a code', after: '99010505' },
    { name: 'a cursor of another list', after: writeCursor([crypto.randomUUID()]) },
    { name: 'a cursor with two keys', after: writeCursor(['99010505', '99010510']) },
    { name: 'nothing', after: '' },
  ])('cannot begin after $name', async ({ after }) => {
    const ask = () => network.ask(PAGE, { after });
    expect((await ask()).errors).toEqual([
      {
        message: '"after" is not a cursor of this list. Send the "endCursor" of a page of it.',
        path: ['schools'],
        extensions: { argument: 'after', code: 'BAD_USER_INPUT' },
      },
    ]);
    expect(await network.cost(ask)).toBe(0);
  });
});
