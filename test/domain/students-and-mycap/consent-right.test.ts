import { describe, expect, it } from 'vitest';
import { consentRight } from '../../../subgraphs/students-and-mycap/domain/consent-right.ts';

const TODAY = '2026-10-05';

describe('a student', () => {
  it.each([
    { bornOn: '2012-10-06', grade: 8, status: 'not-yet-eligible' },
    { bornOn: '2012-10-05', grade: 8, status: 'holds' },
    { bornOn: '2012-10-06', grade: 9, status: 'holds' },
    { bornOn: '2007-10-05', grade: 12, status: 'holds' },
  ])('born on $bornOn in grade $grade: $status', ({ status, ...person }) => {
    expect(consentRight('ELIGIBLE_STUDENT', person, TODAY)).toMatchObject({ status });
  });
});

describe('a parent of a student', () => {
  it.each([
    { bornOn: '2014-01-01', grade: 6, status: 'holds' },
    { bornOn: '2008-10-06', grade: 12, status: 'holds' },
    { bornOn: '2008-10-05', grade: 12, status: 'student-is-an-adult' },
  ])('born on $bornOn: $status', ({ status, ...person }) => {
    expect(consentRight('PARENT_GUARDIAN', person, TODAY)).toMatchObject({ status });
  });
});
