import { DEMO_SCHOOL } from '../../../gateway/dev-issuer/personas.ts';
import type { Random } from '../random.ts';
import type { NetworkTier, SchoolShell } from './school.ts';

/** 195 of the state's 416 high schools are partners; the demo keeps the share. */
const PARTNER_SHARE = 195 / 416;
const MEMBER_SHARE = 0.4;
const MIDDLE_MEMBER_SHARE = 0.15;

/** The network's tier of every school, by code. The personas' regions have partners at any size. */
export function assignTiers(
  schools: readonly SchoolShell[],
  random: Random,
): Map<string, NetworkTier> {
  const tiers = new Map<string, NetworkTier>();
  const high = schools.filter(({ level }) => level === 'HIGH');
  const first = [
    ...high.filter(({ code }) => code === DEMO_SCHOOL),
    ...high.filter(({ board }) => board === 'METRO_NORTH').slice(0, 1),
  ];
  const rest = high.filter((school) => !first.includes(school));
  const inOrder = [...first, ...random.sample(rest, rest.length)];
  const partners = Math.round(PARTNER_SHARE * high.length);
  const members = partners + Math.round(MEMBER_SHARE * high.length);
  for (const [i, { code }] of inOrder.entries()) {
    tiers.set(code, i < partners ? 'PARTNER' : i < members ? 'MEMBER' : 'NOT_IN_NETWORK');
  }
  for (const { code, level } of schools) {
    if (level === 'MIDDLE') {
      tiers.set(code, random.chance(MIDDLE_MEMBER_SHARE) ? 'MEMBER' : 'NOT_IN_NETWORK');
    }
  }
  return tiers;
}
