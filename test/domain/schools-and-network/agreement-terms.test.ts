import { describe, expect, it } from 'vitest';
import {
  brokenTerms,
  closedSchool,
  type Terms,
} from '../../../subgraphs/schools-and-network/domain/agreement-terms.ts';

const SCHOOL = {
  deseCode: '99010505',
  districtCode: '99010000',
  boardCode: 'METRO_NORTH',
  closedOn: null,
};
const TERMS: Terms = {
  districtCode: '99010000',
  boardCode: 'METRO_NORTH',
  fiscalYear: 2027,
  schools: [SCHOOL],
  coordinators: [{ id: 'ada', schoolCode: '99010505' }],
  commitments: [{ side: 'SCHOOL' }, { side: 'WORKFORCE_BOARD' }],
};
const ruleOf = (change: Partial<Terms>) => brokenTerms({ ...TERMS, ...change }, 2027)?.rule;

describe("an agreement's terms", () => {
  it('are whole with a school, a coordinator of it, and one commitment a side', () => {
    expect(ruleOf({})).toBeUndefined();
  });

  it.each([
    { fiscalYear: 2026, rule: 'PARTNERSHIP_YEAR' },
    { fiscalYear: 2027, rule: undefined },
    { fiscalYear: 2028, rule: undefined },
    { fiscalYear: 2029, rule: 'PARTNERSHIP_YEAR' },
  ])('in fiscal year 2027 are for $fiscalYear: $rule', ({ fiscalYear, rule }) => {
    expect(ruleOf({ fiscalYear })).toBe(rule);
  });

  it.each<{ what: string; change: Partial<Terms>; rule: string }>([
    { what: 'no school', change: { schools: [] }, rule: 'PARTNERSHIP_SCHOOLS' },
    {
      what: 'a school of another district',
      change: { schools: [SCHOOL, { ...SCHOOL, districtCode: '99020000' }] },
      rule: 'PARTNERSHIP_DISTRICT',
    },
    {
      what: 'a school of another board',
      change: { schools: [SCHOOL, { ...SCHOOL, boardCode: 'BOSTON' }] },
      rule: 'PARTNERSHIP_BOARD',
    },
    {
      what: 'a school that is closed',
      change: { schools: [{ ...SCHOOL, closedOn: new Date('2024-07-01') }] },
      rule: 'SCHOOL_CLOSED',
    },
    { what: 'no coordinator', change: { coordinators: [] }, rule: 'PARTNERSHIP_COORDINATOR' },
    {
      what: 'a coordinator of a school that is not covered',
      change: { coordinators: [{ id: 'ben', schoolCode: '99010510' }] },
      rule: 'PARTNERSHIP_COORDINATOR_EMPLOYED',
    },
    {
      what: 'a coordinator of no school',
      change: { coordinators: [{ id: 'ben', schoolCode: null }] },
      rule: 'PARTNERSHIP_COORDINATOR_EMPLOYED',
    },
    {
      what: 'nothing from the school',
      change: { commitments: [{ side: 'WORKFORCE_BOARD' }] },
      rule: 'PARTNERSHIP_COMMITMENTS',
    },
    {
      what: 'nothing from the board',
      change: { commitments: [{ side: 'SCHOOL' }, { side: 'SCHOOL' }] },
      rule: 'PARTNERSHIP_COMMITMENTS',
    },
  ])('with $what break $rule', ({ change, rule }) => {
    expect(ruleOf(change)).toBe(rule);
  });

  it('that break a rule are told what would be right', () => {
    expect(brokenTerms({ ...TERMS, commitments: [{ side: 'SCHOOL' }] }, 2027)?.message).toBe(
      'Side WORKFORCE_BOARD commits nothing. Each side commits one resource or more.',
    );
  });
});

it('a closed school is named among open ones', () => {
  const closed = { deseCode: '99010510', closedOn: new Date('2024-07-01') };
  expect(closedSchool([SCHOOL, closed])?.message).toBe(
    'School "99010510" is closed. Name one that is open.',
  );
});
