import { expect, it } from 'vitest';
import { operation } from '../support/graph.ts';
import { overBothTransports } from '../support/over-both-transports.ts';

type Slots = {
  readonly slots: number;
  readonly slotsFilled: number;
  readonly slotsOpen: number;
};
type Opportunities = { readonly opportunities: { readonly nodes: readonly Slots[] } };

overBothTransports((graph) => {
  it('"WhosOnTheMap" is answered to anyone, by one subgraph', async () => {
    const { data, errors, fetched, status } = await graph().ask<{
      readonly networkMap: readonly object[];
    }>(operation('whos-on-the-map'));
    expect({ status, errors }).toEqual({ status: 200, errors: undefined });
    expect(data.networkMap.length).toBeGreaterThan(0);
    expect(data.networkMap[0]).toMatchObject({
      tier: expect.stringMatching(/^(PARTNER|MEMBER)$/),
      textEquivalent: expect.any(String),
      location: { lat: expect.any(Number), lon: expect.any(Number) },
      school: {
        deseCode: expect.stringMatching(/^9\d{7}$/),
        board: { code: expect.any(String), name: expect.any(String) },
      },
    });
    expect(fetched).toEqual(['schools-and-network']);
  });

  it('open opportunities are anyone’s, with the slots that another subgraph counts', async () => {
    const query =
      '{ opportunities(filter: {}, first: 20) { nodes { id slots slotsFilled slotsOpen } } }';
    const { data, errors, fetched, statements } = await graph().ask<Opportunities>(query);
    expect(errors).toBeUndefined();
    for (const { slots, slotsFilled, slotsOpen } of data.opportunities.nodes)
      expect(slotsOpen).toBe(Math.max(0, slots - slotsFilled));
    expect(fetched).toEqual(['employers-and-sites', 'placements']);
    expect(statements).toBe(3);
  });
});
