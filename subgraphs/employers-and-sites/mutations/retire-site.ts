import type { Transaction } from '../transaction.ts';
import { defineSiteMove } from './move-site.ts';

/** Nobody can begin at a site that hosts no more; who is there finishes. */
async function closeOffers(transaction: Transaction, { siteId }: { readonly siteId: string }) {
  const version = { increment: 1 };
  await transaction.opportunity.updateMany({
    where: { siteId, status: 'DRAFT' },
    data: { status: 'WITHDRAWN', version },
  });
  await transaction.opportunity.updateMany({
    where: { siteId, status: { in: ['OPEN', 'FILLED'] } },
    data: { status: 'CLOSED', version },
  });
}

defineSiteMove({
  name: 'retireSite',
  to: 'RETIRED',
  also: closeOffers,
  description:
    "Retires a site for good: what it offers is closed, and its drafts are withdrawn. For staff of the region's board.",
});
