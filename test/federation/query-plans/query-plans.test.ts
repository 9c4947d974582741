import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_SCHOOL } from '../../../gateway/dev-issuer/personas.ts';
import { SUBGRAPHS, type SubgraphName } from '../../../platform/subgraph.ts';
import { PARTS } from '../../../scripts/graph/parts.ts';
import { DATABASE_TIMEOUT } from '../../support/test-database.ts';
import { AS_OF, type Demo, startDemo } from '../support/demo.ts';
import { type Graph, startGraph } from '../support/graph.ts';
import { type Captured, captureStatements } from './capture.ts';
import { isPlanned } from './plan.ts';
import { documentOf, tenOperations } from './ten-operations.ts';
import { type Clients, findWholeReads, undesigned } from './walk.ts';
import { designOf, WHOLE_BY_DESIGN } from './whole-by-design.ts';

/**
 * A demo this small is read whole by every sensible plan. Without the ways to do so, PostgreSQL takes an
 * index wherever one fits; where none does, it reads whole all the same. Whether it takes the index of
 * its own accord among 480,000 students is what `npm run prove` sees.
 */
const TAKE_AN_INDEX = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];

async function connect({ urls }: Demo): Promise<Readonly<Record<SubgraphName, pg.Client>>> {
  const opened = new Map<SubgraphName, pg.Client>();
  for (const { name, database } of PARTS) {
    const client = new pg.Client({ connectionString: urls[database] });
    await client.connect();
    for (const setting of TAKE_AN_INDEX) await client.query(`set ${setting} = off`);
    opened.set(name, client);
  }
  const of = (name: SubgraphName) => {
    const client = opened.get(name);
    if (!client) throw new Error(`There is no subgraph "${name}".`);
    return client;
  };
  return {
    'schools-and-network': of('schools-and-network'),
    'employers-and-sites': of('employers-and-sites'),
    'students-and-mycap': of('students-and-mycap'),
    placements: of('placements'),
  };
}

describe('a plan of the ten operations', () => {
  let demo: Demo;
  let graph: Graph;
  let clients: Clients & Readonly<Record<SubgraphName, pg.Client>>;
  const sent: Captured[] = [];

  beforeAll(async () => {
    demo = await startDemo();
    graph = await startGraph('local', demo.urls);
    clients = await connect(demo);
  }, DATABASE_TIMEOUT);
  afterAll(async () => {
    await Promise.all(SUBGRAPHS.map((name) => clients[name].end()));
    await graph.close();
    await demo.stop();
  });

  it.each(tenOperations(AS_OF, [DEMO_SCHOOL]))(
    '$name reads no large table whole but for a kept report',
    async ({ name, as, variables }) => {
      const { result, captured } = await captureStatements(graph.databases, () =>
        graph.ask(documentOf(name), as, variables),
      );
      expect(result.data).not.toBeNull();
      expect(captured.filter(isPlanned)).not.toEqual([]);
      sent.push(...captured);
      expect(undesigned(await findWholeReads(clients, captured))).toEqual([]);
    },
  );

  it('every statement that may read whole was sent by one of them', () => {
    const met = new Set(sent.map((statement) => designOf(statement)?.name));
    expect(WHOLE_BY_DESIGN.filter(({ name }) => !met.has(name))).toEqual([]);
  });

  it('the walk finds a table without an index, and an index that is read from end to end', async () => {
    const ask = (text: string): Captured => ({ subgraph: 'placements', text, values: ['x'] });
    const found = await findWholeReads(clients, [
      ask('select 1 from reflection where text = $1'),
      ask('select min(text), count(*) from reflection where $1 = $1 group by id'),
      ask('select 1 from reflection where id::text <> $1 order by id limit 1'),
    ]);
    expect(found.map(({ reads }) => reads)).toEqual([
      ['Seq Scan on reflection'],
      ['Index Scan on reflection'],
    ]);
  });
});
