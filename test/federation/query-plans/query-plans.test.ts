import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_SCHOOL } from '../../../gateway/dev-issuer/personas.ts';
import { DATABASE_TIMEOUT } from '../../support/test-database.ts';
import { AS_OF, type Demo, startDemo } from '../support/demo.ts';
import { type Graph, startGraph } from '../support/graph.ts';
import { type Captured, captureStatements } from './capture.ts';
import { isPlanned } from './plan.ts';
import { connectTakingIndexes, endAll, type TakingIndexes } from './taking-indexes.ts';
import { documentOf, tenOperations } from './ten-operations.ts';
import { findWholeReads, undesigned } from './walk.ts';
import { designOf, WHOLE_BY_DESIGN } from './whole-by-design.ts';

describe('a plan of the ten operations', () => {
  let demo: Demo;
  let graph: Graph;
  let clients: TakingIndexes;
  const sent: Captured[] = [];

  beforeAll(async () => {
    demo = await startDemo();
    graph = await startGraph('local', demo.urls);
    clients = await connectTakingIndexes(demo.urls);
  }, DATABASE_TIMEOUT);
  afterAll(async () => {
    await endAll(clients);
    await graph.close();
    await demo.stop();
  });

  it.each(tenOperations(AS_OF, [DEMO_SCHOOL]))(
    '$name reads no large table whole but by design',
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
