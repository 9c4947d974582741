import { describe, expect, it } from 'vitest';
import { personFit, schoolFit } from '../../../subgraphs/students-and-mycap/domain/entry.ts';

const HIGH = { grades: [9, 10, 11, 12], closed: false };

describe('a school', () => {
  it.each([
    { what: 'unknown', school: null, grade: 9, status: 'unknown' },
    { what: 'closed', school: { ...HIGH, closed: true }, grade: 9, status: 'closed' },
    { what: 'a high school', school: HIGH, grade: 8, status: 'serves-others' },
    { what: 'a high school', school: HIGH, grade: 9, status: 'fits' },
    { what: 'a high school', school: HIGH, grade: 12, status: 'fits' },
    { what: 'a high school', school: HIGH, grade: 13, status: 'fits' },
    {
      what: 'a middle school',
      school: { grades: [6, 7, 8], closed: false },
      grade: 13,
      status: 'serves-others',
    },
  ])('that is $what, for grade $grade: $status', ({ school, grade, status }) => {
    expect(schoolFit(school, grade)).toMatchObject({ status });
  });
});

describe('a student', () => {
  const enteredOn = '2026-09-01';

  it.each([
    { bornOn: '2017-09-02', status: 'age-out-of-range' },
    { bornOn: '2017-09-01', status: 'fits' },
    { bornOn: '2003-09-02', status: 'fits' },
    { bornOn: '2003-09-01', status: 'age-out-of-range' },
    { bornOn: '2027-01-01', status: 'age-out-of-range' },
  ])('born on $bornOn, entering at 9 to 22: $status', ({ bornOn, status }) => {
    expect(personFit({ grade: 6, bornOn, enteredOn })).toMatchObject({ status });
  });

  it.each([5, 14, 0, -1])('in grade %i has no grade that is kept', (grade) => {
    expect(personFit({ grade, bornOn: '2010-01-01', enteredOn })).toEqual({
      status: 'no-grade',
      first: 6,
      last: 12,
    });
  });
});
