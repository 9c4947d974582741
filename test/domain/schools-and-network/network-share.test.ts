import { expect, it } from 'vitest';
import { networkShare } from '../../../subgraphs/schools-and-network/domain/network-share.ts';

it.each([
  { inNetwork: 0, highSchools: 0, share: null },
  { inNetwork: 0, highSchools: 3, share: 0 },
  { inNetwork: 1, highSchools: 3, share: 33.3 },
  { inNetwork: 195, highSchools: 416, share: 46.9 },
  { inNetwork: 3, highSchools: 3, share: 100 },
])('$inNetwork of $highSchools high schools are $share percent', (row) => {
  expect(networkShare(row.inNetwork, row.highSchools)).toBe(row.share);
});
