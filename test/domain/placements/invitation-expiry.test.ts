import { expect, it } from 'vitest';
import { invitationExpiry } from '../../../subgraphs/placements/domain/invitation-expiry.ts';

it('a link works for two weeks, also when the clocks change in them', () => {
  expect(invitationExpiry(new Date('2026-10-26T16:00:00Z'))).toEqual(
    new Date('2026-11-09T16:00:00Z'),
  );
});
