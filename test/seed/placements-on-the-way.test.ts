import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDGE_CASES } from '../../scripts/seed/edge-cases.ts';
import { complianceFindings } from '../../subgraphs/placements/domain/compliance/findings.ts';
import { readKnownPlacements } from '../../subgraphs/placements/known-placements.ts';
import { demoToRead } from '../support/demo-databases.ts';
import { DAYS, SLOW } from './facts-of-the-demo.ts';

const STUDENTS = 3_000;

describe.each(DAYS)('the demo as of %s', (asOf) => {
  let client: pg.Client;
  beforeAll(async () => {
    const urls = await demoToRead({ students: STUDENTS, seed: 1, asOf });
    client = new pg.Client({ connectionString: urls.placements });
    await client.connect();
  }, SLOW);
  afterAll(() => client.end());

  const rows = async (sql: string, values: readonly unknown[] = []) =>
    (await client.query(sql, [...values])).rows;
  const rulesOf = async (ids: readonly string[]) => {
    const queries = {
      $queryRawUnsafe: async <Rows>(sql: string, ...values: unknown[]) =>
        (await rows(sql, values)) as Rows,
    };
    const known = await readKnownPlacements(queries, ids, asOf);
    return ids.map((id) => {
      const placement = known.get(id);
      return placement && complianceFindings(placement.facts).map(({ rule }) => rule);
    });
  };

  it('has all sides agree to what is approved or under way, but where a consent stood for it', async () => {
    expect(
      await rows(
        `select p.id from placement p where status in ('APPROVED', 'ACTIVE') and 3 >
           (select count(*) from placement_approval a where a.placement_id = p.id)`,
      ),
    ).toEqual([{ id: EDGE_CASES.consentRevokedPlacement }]);
    expect(
      await rows(
        `select p.id from placement p join placement_approval a on a.placement_id = p.id
          where status not in ('MATCHED', 'APPROVED', 'ACTIVE') or a.at > $1::date + 1`,
        [asOf],
      ),
    ).toEqual([]);
  });

  it('has as many slots filled as placements hold', async () => {
    const [told] = await rows('select count(*)::int as count from opportunity_ref');
    expect(told.count).toBeGreaterThan(100);
    expect(
      await rows(
        `select opportunity_id from opportunity_ref o where slots_refused or filled <>
           (select count(*) from placement p where p.opportunity_id = o.opportunity_id and fills_a_slot(p.status))`,
      ),
    ).toEqual([]);
  });

  it('has active placements without a baseline review in every region', async () => {
    const boards = await rows(
      `select distinct board_code from placement p where status = 'ACTIVE' and not exists (
         select from wbl_plan w join wbl_review r on r.plan_id = w.id
          where w.placement_id = p.id and r.kind = 'BASELINE')`,
    );
    expect(boards).toHaveLength(16);
  });

  it('breaks, in its edge cases, the rules that they are there for', async () => {
    const edges = [
      EDGE_CASES.twentyHoursInFebruaryPlacement,
      EDGE_CASES.unpaidWithoutCreditPlacement,
      EDGE_CASES.consentRevokedPlacement,
      EDGE_CASES.withoutBaselinePlacements[0] ?? '',
    ];
    const found = await rulesOf(edges);
    expect(found).toMatchObject([
      ['MINOR_HOURS_LIMIT'],
      ['PAID_OR_CREDIT'],
      expect.arrayContaining(['CONSENT_MISSING']),
      ['TWO_REVIEWS_REQUIRED'],
    ]);
  });

  it('breaks no rule under way that would have kept a placement from starting', async () => {
    const running = await rows("select id from placement where status = 'ACTIVE' and id <> $1", [
      EDGE_CASES.consentRevokedPlacement,
    ]);
    const found = await rulesOf(running.map(({ id }) => id));
    expect(new Set(found.flat())).toEqual(new Set(['TWO_REVIEWS_REQUIRED']));
  });
});
