import { expect, it } from 'vitest';
import { FILLS_A_SLOT, openSlots } from '../../../subgraphs/placements/domain/slots.ts';
import { PlacementStatus } from '../../../subgraphs/placements/generated/client/client.ts';

it.each([
  { slots: 0, filled: 0, open: 0 },
  { slots: 3, filled: 0, open: 3 },
  { slots: 3, filled: 2, open: 1 },
  { slots: 3, filled: 3, open: 0 },
  { slots: 3, filled: 5, open: 0 },
])('of $slots slots with $filled filled, $open are open', ({ slots, filled, open }) => {
  expect(openSlots(slots, filled)).toBe(open);
});

it('who is only proposed, who withdrew and who was declined hold no slot; all others do', () => {
  const holding: readonly string[] = FILLS_A_SLOT;
  const free = Object.values(PlacementStatus).filter((status) => !holding.includes(status));
  expect(free).toEqual(['PROPOSED', 'WITHDRAWN', 'DECLINED']);
});
