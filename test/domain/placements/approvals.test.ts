import { expect, it } from 'vitest';
import { sidesMissing } from '../../../subgraphs/placements/domain/approvals.ts';

it.each([
  { hasSite: true, given: [], missing: ['SCHOOL', 'SITE', 'STUDENT'] },
  { hasSite: true, given: ['SITE', 'STUDENT'], missing: ['SCHOOL'] },
  { hasSite: true, given: ['STUDENT', 'SITE', 'SCHOOL'], missing: [] },
  { hasSite: false, given: ['STUDENT'], missing: ['SCHOOL'] },
  { hasSite: false, given: ['STUDENT', 'SCHOOL'], missing: [] },
] as const)(
  'after $given, with a site: $hasSite, $missing are missing',
  ({ hasSite, given, missing }) => {
    expect(sidesMissing(hasSite, given)).toEqual(missing);
  },
);
