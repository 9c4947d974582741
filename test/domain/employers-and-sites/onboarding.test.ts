import { expect, it } from 'vitest';
import { missingSteps } from '../../../subgraphs/employers-and-sites/domain/onboarding.ts';

const REQUIRED = ['AGREEMENT_SIGNED', 'SITE_VISIT', 'INSURANCE_ON_FILE'] as const;

it.each([
  { completed: [], missing: [...REQUIRED] },
  { completed: ['SITE_VISIT'] as const, missing: ['AGREEMENT_SIGNED', 'INSURANCE_ON_FILE'] },
  { completed: [...REQUIRED].reverse(), missing: [] },
])('a site with $completed behind it misses $missing', ({ completed, missing }) => {
  expect(missingSteps(REQUIRED, completed)).toEqual(missing);
});

it('a step that is not required of a site is not missing, completed or not', () => {
  expect(missingSteps<string>(['SITE_VISIT'], ['CORI_CHECK'])).toEqual(['SITE_VISIT']);
  expect(missingSteps<string>([], ['CORI_CHECK'])).toEqual([]);
});
