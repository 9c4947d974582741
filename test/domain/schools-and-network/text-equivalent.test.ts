import { describe, expect, it } from 'vitest';
import {
  type SchoolOnMap,
  textEquivalent,
} from '../../../subgraphs/schools-and-network/domain/text-equivalent.ts';

const bog = (told: Partial<SchoolOnMap>): SchoolOnMap => ({
  name: 'Cranberry Bog High School',
  town: 'Somerville',
  boardCode: 'METRO_NORTH',
  tier: 'PARTNER',
  ...told,
});

describe('the text equivalent of a school on the map', () => {
  it.each<{ told: Partial<SchoolOnMap>; expected: string }>([
    { told: {}, expected: 'Cranberry Bog High School, Somerville, Metro North region: partner.' },
    {
      told: { tier: 'MEMBER', boardCode: 'METRO_SOUTH_WEST', town: 'Natick' },
      expected: 'Cranberry Bog High School, Natick, Metro South/West region: member.',
    },
    {
      told: { tier: 'NOT_IN_NETWORK', boardCode: 'CAPE_AND_ISLANDS', town: 'Barnstable' },
      expected: 'Cranberry Bog High School, Barnstable, Cape & Islands region: not in the network.',
    },
  ])('is "$expected"', ({ told, expected }) => {
    expect(textEquivalent(bog(told))).toBe(expected);
  });
});
