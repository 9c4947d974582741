import type { WorkforceBoardCode } from '../../../platform/vocabulary.ts';
import type { NetworkTier } from './tier.ts';

/** The regions as people call them. */
const REGIONS: Readonly<Record<WorkforceBoardCode, string>> = {
  BERKSHIRE: 'Berkshire',
  BOSTON: 'Boston',
  BRISTOL: 'Bristol',
  GREATER_BROCKTON: 'Greater Brockton',
  CAPE_AND_ISLANDS: 'Cape & Islands',
  CENTRAL: 'Central',
  FRANKLIN_HAMPSHIRE: 'Franklin Hampshire',
  GREATER_LOWELL: 'Greater Lowell',
  GREATER_NEW_BEDFORD: 'Greater New Bedford',
  HAMPDEN_COUNTY: 'Hampden County',
  MERRIMACK_VALLEY: 'Merrimack Valley',
  METRO_NORTH: 'Metro North',
  METRO_SOUTH_WEST: 'Metro South/West',
  NORTH_CENTRAL: 'North Central',
  NORTH_SHORE: 'North Shore',
  SOUTH_SHORE: 'South Shore',
};

const TIERS: Readonly<Record<NetworkTier, string>> = {
  PARTNER: 'partner',
  MEMBER: 'member',
  NOT_IN_NETWORK: 'not in the network',
};

export type SchoolOnMap = {
  readonly name: string;
  readonly town: string;
  readonly boardCode: WorkforceBoardCode;
  readonly tier: NetworkTier;
};

/** What the map shows of a school, in one sentence for who does not see the map. */
export const textEquivalent = ({ name, town, boardCode, tier }: SchoolOnMap): string =>
  `${name}, ${town}, ${REGIONS[boardCode]} region: ${TIERS[tier]}.`;
