import { handwritten } from '../../platform/read/handwritten.ts';
import type { NetworkTier } from './domain/tier.ts';
import type { Prisma } from './generated/client/client.ts';

type Where = Prisma.SchoolWhereInput;

const notPartner = (fiscalYear: number): Where =>
  handwritten((column, given) => `not ${given(fiscalYear)} = any(${column('partnerYears')})`);

/** The open schools of a tier in a fiscal year: what `tierIn` says of a row, as a condition. */
export function whereTier(tier: NetworkTier, fiscalYear: number): Where {
  switch (tier) {
    case 'PARTNER':
      return { closedOn: null, partnerYears: { has: fiscalYear } };
    case 'MEMBER':
      return { closedOn: null, member: true, ...notPartner(fiscalYear) };
    case 'NOT_IN_NETWORK':
      return { OR: [{ closedOn: { not: null } }, { member: false, ...notPartner(fiscalYear) }] };
  }
}

export const whereAnyTier = (tiers: readonly NetworkTier[], fiscalYear: number): Where => ({
  OR: tiers.map((tier) => whereTier(tier, fiscalYear)),
});
