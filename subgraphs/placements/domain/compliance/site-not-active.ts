import type { WblType } from '../wbl-type.ts';
import type { ComplianceRule } from './compliance-rule.ts';
import { FROM_MATCH } from './placement-facts.ts';

/** An enterprise of the student's own has nobody's site. */
const WITHOUT_SITE: readonly WblType[] = ['ENTREPRENEURIAL_ENTERPRISE'];

export const siteNotActive: ComplianceRule = {
  rule: 'SITE_NOT_ACTIVE',
  blocks: ['ACTIVE'],
  seenIn: FROM_MATCH,
  broken: ({ site, wblType }) => {
    if (!site)
      return WITHOUT_SITE.includes(wblType) ? null : 'There is no site. Name one that is ACTIVE.';
    if (site.status === 'ACTIVE') return null;
    return `The site is ${site.status ?? 'not known'}; students work at a site whose onboarding is ACTIVE.`;
  },
};
