import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { openGraph } from './graph.ts';

const graph = openGraph();
const SITES = 4_000;
const BOARDS = `(enum_range(null::"WorkforceBoardCode"))`;

/** About as many rows as the whole state has; sites stand in a grid over Massachusetts. */
const FILL = `
  set local session_replication_role = replica;
  insert into employer (id, name, sector, naics, board_code)
  select gen_random_uuid(), 'Employer ' || md5(n::text), 'PRIVATE', '62', ${BOARDS}[n % 16 + 1]
    from generate_series(1, ${SITES}) n;
  insert into site (id, employer_id, board_code, name, address, town, lat, lon, setting, onboarding_status,
                    required_steps, completed_steps, accommodations)
  select gen_random_uuid(), id, board_code, 'Site', 'Street', 'Town',
         41.2 + (n % 60) * 0.028, -73.5 + (n / 60) * 0.05, 'OUTSIDE_SCHOOL', 'ACTIVE', '{}', '{}', '{}'
    from (select *, row_number() over () as n from employer) e;
  insert into opportunity (id, site_id, board_code, title, wbl_type, demand_rating, start_date, end_date, pay,
                           hourly_wage_cents, credit_bearing, slots, status, plain_language_summary)
  select gen_random_uuid(), s.id, s.board_code, 'Work', 'INTERNSHIP', 'HIGH_WAGE_HIGH_DEMAND',
         date '2020-07-01' + n * 300, date '2020-08-01' + n * 300, 'EMPLOYER_PAID', 1500 + n * 10, false, 2,
         case when n > 6 then 'OPEN' else 'CLOSED' end::"OpportunityStatus", 'Work.'
    from site s, generate_series(1, 8) n;
  insert into career_event (id, type, stage, title, start_date, end_date, partners, virtual, board_code)
  select gen_random_uuid(), 'CAREER_DAY', 'CAREER_AWARENESS', 'Day', date '2020-01-01' + n % 2500,
         date '2020-01-01' + n % 2500, '{}', false, ${BOARDS}[n % 16 + 1]
    from generate_series(1, 8000) n;
  insert into career_event_school (event_id, school_code)
  select id, '90350010' from career_event limit 400;
  analyze employer, site, opportunity, career_event, career_event_school`;

type Node = { readonly [key: string]: unknown; readonly Plans?: readonly Node[] };
type Sent = { readonly text: string; readonly values: unknown[] };

const scanned = (node: Node): unknown[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name']] : []),
  ...(node.Plans ?? []).flatMap(scanned),
];

/** The tables that the statements of a question read from end to end. */
async function scannedBy(query: string): Promise<unknown[]> {
  const { pool } = graph.database();
  const sent: Sent[] = [];
  const listen = (client: pg.PoolClient) => {
    const known = client.query.bind(client) as (...given: unknown[]) => unknown;
    const heard = (...given: unknown[]) => {
      const [first] = given;
      if (typeof first === 'object' && first !== null && 'text' in first) sent.push(first as Sent);
      return known(...given);
    };
    client.query = heard as typeof client.query;
  };
  pool.once('acquire', listen);
  const { errors } = await graph.ask(query);
  expect(errors).toBeUndefined();
  const client = await pool.connect();
  try {
    const found: unknown[] = [];
    for (const { text, values } of sent) {
      const { rows } = await client.query(`explain (format json) ${text}`, values);
      found.push(...scanned(rows[0]['QUERY PLAN'][0].Plan));
    }
    expect(sent.length).toBeGreaterThan(0);
    return found;
  } finally {
    client.release(true);
  }
}

beforeAll(async () => {
  await graph.database().pool.query(FILL);
});

it('a table that is read from end to end is noticed', async () => {
  const query = 'query { employers(sector: PUBLIC) { totalCount } }';
  expect(await scannedBy(query)).toContain('employer');
});

const NEAR = 'near: { lat: 42.331918, lon: -71.09088, withinMiles: 3 }';

describe('at the size of the state, no table is read from end to end', () => {
  it.each([
    'opportunities(filter: {}) { nodes { title } }',
    'opportunities(filter: { board: BOSTON, hasOpenSlots: true, pay: [EMPLOYER_PAID] }) { nodes { title } }',
    `opportunities(filter: { ${NEAR}, hasOpenSlots: true }) { nodes { title } }`,
    `opportunities(filter: { ${NEAR} }, sort: DISTANCE) { nodes { title } }`,
    `opportunities(filter: { ${NEAR} }) { totalCount }`,
    'opportunities(filter: {}, sort: WAGE) { nodes { title } }',
    'employers(name: "employer 3f") { nodes { name } }',
    'employers { nodes { name sites { id } } }',
    'employers(board: CENTRAL) { nodes { name } }',
    'sites(board: CENTRAL, onboarding: [ACTIVE]) { nodes { name employer { name } } }',
    'careerEvents(board: BOSTON, fiscalYear: 2024) { nodes { title hostEmployers { name } } }',
    'careerEvents(school: "90350010") { nodes { title } }',
    'careerEvents { nodes { title } }',
  ])('by %s', async (field) => {
    const small = ['career_event_host', 'opportunity_program'];
    const found = await scannedBy(`query { ${field} }`);
    expect(found.filter((table) => !small.includes(String(table)))).toEqual([]);
  });
});
