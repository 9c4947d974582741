import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Network, type Question, startNetwork } from './support/network.ts';
import { PEOPLE, refusals } from './support/people.ts';

const PAGE = `query ($board: WorkforceBoardCode, $district: DeseOrgCode, $fiscalYear: FiscalYear,
  $status: [AgreementStatus!], $first: Int! = 25, $after: String) {
  partnershipAgreements(board: $board, district: $district, fiscalYear: $fiscalYear, status: $status,
    first: $first, after: $after) {
    nodes { id fiscalYear status } totalCount pageInfo { hasNextPage endCursor } } }`;

let network: Network;

beforeAll(async () => {
  network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.board('BOSTON');
  await make.district();
  await make.district('99020000', 'Elm');
  for (const fiscal_year of [2026, 2027, 2028]) await make.agreement([], { fiscal_year });
  await make.agreement([], { status: 'PENDING_SIGNATURE', signed_by_board: '2026-09-01' });
  await make.agreement([], { status: 'DRAFT', district_code: '99020000', board_code: 'BOSTON' });
  await make.agreement([], { status: 'TERMINATED', fiscal_year: 2026 });
});
afterAll(() => network.stop());

type Page = {
  readonly nodes: readonly { readonly id: string; fiscalYear: number; status: string }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};
const page = async ({ as = PEOPLE.STATE, ...question }: Question = {}) =>
  (await network.ask(PAGE, { as, ...question })).data?.partnershipAgreements as Page;
const shown = async (question: Question) =>
  (await page(question)).nodes
    .map(({ fiscalYear, status }) => `${fiscalYear} ${status}`)
    .toSorted();

describe('partnership agreements', () => {
  it.each([
    { by: { status: ['ACTIVE'] }, expected: ['2027 ACTIVE', '2028 ACTIVE'] },
    { by: { status: ['EXPIRED'] }, expected: ['2026 EXPIRED'] },
    { by: { status: ['PENDING_SIGNATURE'] }, expected: ['2027 PENDING_SIGNATURE'] },
    {
      by: { fiscalYear: 2026 },
      expected: ['2026 EXPIRED', '2026 TERMINATED'],
    },
    { by: { board: 'BOSTON' }, expected: ['2027 DRAFT'] },
    { by: { district: '99020000' }, expected: ['2027 DRAFT'] },
    { by: { status: ['DRAFT', 'TERMINATED'] }, expected: ['2026 TERMINATED', '2027 DRAFT'] },
    { by: { status: [] }, expected: [] },
  ])('are listed by $by, and counted', async ({ by, expected }) => {
    expect(await shown(by)).toEqual(expected);
    expect((await page(by)).totalCount).toBe(expected.length);
  });

  it('are listed to the public once both have signed', async () => {
    expect(await shown({ as: PEOPLE.PUBLIC })).toEqual([
      '2026 EXPIRED',
      '2026 TERMINATED',
      '2027 ACTIVE',
      '2028 ACTIVE',
    ]);
  });

  it('run out with their year', async () => {
    const at = new Date('2027-07-01T04:00:00Z');
    expect(await shown({ at, status: ['ACTIVE'] })).toEqual(['2028 ACTIVE']);
  });

  it('lead from the first page to the last without a gap', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const next: Page = await page({ first: 2, after });
      seen.push(...next.nodes.map(({ id }) => id));
      after = next.pageInfo.hasNextPage ? next.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual((await page()).nodes.map(({ id }) => id));
    expect(seen).toHaveLength(6);
  });

  it('are not listed after a cursor that is none of theirs', async () => {
    expect(refusals(await network.ask(PAGE, { after: 'x' }))).toEqual(['BAD_USER_INPUT']);
  });
});
