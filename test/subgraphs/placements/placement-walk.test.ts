import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { createPlacements } from '../../../subgraphs/placements/subgraph.ts';
import { makePlacement } from '../../support/make-placements.ts';
import { type SubgraphUnderTest, startSubgraph } from '../../support/subgraph-under-test.ts';

const ALL = `query ($schools: [DeseOrgCode!]!, $first: Int!, $after: String) {
  placements(filter: { schoolCodes: $schools }, first: $first, after: $after) {
    nodes { id } pageInfo { hasNextPage endCursor }
  }
}`;
type Page = {
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

let graph: SubgraphUnderTest;
beforeAll(async () => {
  graph = await startSubgraph('placements', createPlacements);
});
afterAll(() => graph.stop());

/** Few days, so that many placements begin on one. */
const days = fc.constantFrom('2026-07-05', '2026-07-06', '2026-07-07');
let schools = 0;

it('a walk over pages of any size meets each placement once, whatever is placed meanwhile', async () => {
  const walk = fc.record({
    before: fc.array(days, { maxLength: 12 }),
    pages: fc.array(fc.record({ first: fc.integer({ min: 1, max: 4 }), added: fc.array(days) })),
  });
  await fc.assert(
    fc.asyncProperty(walk, async ({ before, pages }) => {
      schools += 1;
      const school = `9035${String(schools).padStart(4, '0')}`;
      const as: Actor = { subject: 'staff', role: 'SCHOOL_STAFF', schools: [school] };
      const add = (day: string) =>
        makePlacement(graph.database, { id: randomUUID(), school_code: school, start_date: day });
      const stood = await Promise.all(before.map(add));

      const met: string[] = [];
      let after: string | null = null;
      for (let step = 0; ; step += 1) {
        const { first, added } = pages[step] ?? { first: 4, added: [] };
        const { data, errors } = await graph.ask(ALL, { as, schools: [school], first, after });
        expect(errors).toBeUndefined();
        const page = data?.placements as Page;
        met.push(...page.nodes.map(({ id }) => id));
        if (!page.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
        await Promise.all(added.map(add));
      }
      expect(new Set(met).size).toBe(met.length);
      expect(met).toEqual(expect.arrayContaining(stood));
    }),
    { numRuns: 25 },
  );
});
