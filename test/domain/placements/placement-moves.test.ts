import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type PlacementStatus,
  placementMove,
} from '../../../subgraphs/placements/domain/placement-moves.ts';

const STATUSES: readonly PlacementStatus[] = [
  'PROPOSED',
  'MATCHED',
  'APPROVED',
  'ACTIVE',
  'COMPLETED',
  'ENDED_EARLY',
  'WITHDRAWN',
  'DECLINED',
];
const LEGAL: readonly (readonly [PlacementStatus, PlacementStatus])[] = [
  ['PROPOSED', 'MATCHED'],
  ['PROPOSED', 'WITHDRAWN'],
  ['PROPOSED', 'DECLINED'],
  ['MATCHED', 'APPROVED'],
  ['MATCHED', 'WITHDRAWN'],
  ['MATCHED', 'DECLINED'],
  ['APPROVED', 'ACTIVE'],
  ['APPROVED', 'WITHDRAWN'],
  ['APPROVED', 'DECLINED'],
  ['ACTIVE', 'COMPLETED'],
  ['ACTIVE', 'ENDED_EARLY'],
];
const BEGUN: readonly PlacementStatus[] = ['ACTIVE', 'COMPLETED', 'ENDED_EARLY'];
const OVER: readonly PlacementStatus[] = ['COMPLETED', 'ENDED_EARLY', 'WITHDRAWN', 'DECLINED'];

describe('a move of a placement', () => {
  const pairs = STATUSES.flatMap((from) => STATUSES.map((to) => [from, to] as const));
  it.each(pairs)('from %s to %s is legal only as the workflow says', (from, to) => {
    const isLegal = LEGAL.some(([a, b]) => a === from && b === to);
    const legal = LEGAL.filter(([a]) => a === from).map(([, b]) => b);
    expect(placementMove(from, to)).toEqual(
      isLegal ? { status: 'legal' } : { status: 'illegal', legal },
    );
  });
});

describe('however a placement is moved', () => {
  /** The statuses it goes through when everything is tried and only what is legal happens. */
  const walk = (tried: readonly PlacementStatus[]) => {
    const way: PlacementStatus[] = ['PROPOSED'];
    for (const to of tried)
      if (placementMove(way.at(-1) ?? 'PROPOSED', to).status === 'legal') way.push(to);
    return way;
  };
  const ways = fc.array(fc.constantFrom(...STATUSES), { maxLength: 40 }).map(walk);

  it('it is in no status twice, and in none after it is over', () => {
    fc.assert(
      fc.property(ways, (way) => {
        expect(new Set(way).size).toBe(way.length);
        expect(way.slice(0, -1).filter((status) => OVER.includes(status))).toEqual([]);
      }),
    );
  });

  it('it begins only after it was matched and approved, and is withdrawn or declined only before', () => {
    fc.assert(
      fc.property(ways, (way) => {
        const begins = way.findIndex((status) => BEGUN.includes(status));
        if (begins < 0) return;
        expect(way.slice(0, begins + 1)).toEqual(['PROPOSED', 'MATCHED', 'APPROVED', 'ACTIVE']);
        expect(way.at(-1)).not.toMatch(/WITHDRAWN|DECLINED/);
      }),
    );
  });

  it('an illegal move names moves that are legal', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATUSES), fc.constantFrom(...STATUSES), (from, to) => {
        const move = placementMove(from, to);
        const legal = move.status === 'illegal' ? move.legal : [];
        for (const other of legal) expect(placementMove(from, other)).toEqual({ status: 'legal' });
      }),
    );
  });
});
