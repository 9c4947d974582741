import { describe, expect, it } from 'vitest';
import {
  isConcentrator,
  type PathwayType,
  pathwayFit,
  stateCodeOf,
} from '../../../subgraphs/students-and-mycap/domain/pathway.ts';

const SCHOOL = '90350010';
const NONE = { technical: 0, advanced: 0 };
const WISH = { schoolCode: SCHOOL, since: '2026-09-01', courses: NONE, leavesPresent: false };
const program = (type: PathwayType, id = 'new', schoolCode = SCHOOL) => ({ id, type, schoolCode });
const present = (type: PathwayType, courses = NONE) => ({
  programId: 'old',
  type,
  since: '2025-09-03',
  courses,
});

it.each([
  { courses: 0, is: false },
  { courses: 1, is: false },
  { courses: 2, is: true },
  { courses: 3, is: true },
])('with $courses technical courses one is a concentrator: $is', ({ courses, is }) => {
  expect(isConcentrator(courses)).toBe(is);
});

it('the state codes both pathways together as 04', () => {
  expect(stateCodeOf('EARLY_COLLEGE_AND_ICP')).toBe('04');
  expect(stateCodeOf('EARLY_COLLEGE')).toBeNull();
});

describe('a student takes up', () => {
  it.each([
    { what: 'a program nobody told of', offered: null, status: 'unknown' },
    { what: 'a program of theirs', offered: program('CHAPTER_74'), status: 'fits' },
    {
      what: "another school's program",
      offered: program('CHAPTER_74', 'new', '90350020'),
      status: 'at-another-school',
    },
  ])('$what: $status', ({ offered, status }) => {
    expect(pathwayFit(null, offered, WISH)).toMatchObject({ status });
  });
});

describe('in a program, a student takes up', () => {
  it.each([
    { from: 'EARLY_COLLEGE', to: 'INNOVATION_CAREER_PATHWAY', status: 'both-is-one-program' },
    { from: 'INNOVATION_CAREER_PATHWAY', to: 'EARLY_COLLEGE', status: 'both-is-one-program' },
    { from: 'EARLY_COLLEGE', to: 'EARLY_COLLEGE_AND_ICP', status: 'fits' },
    { from: 'EARLY_COLLEGE', to: 'EARLY_COLLEGE', status: 'fits' },
    { from: 'CHAPTER_74', to: 'EARLY_COLLEGE', status: 'fits' },
  ] as const)('$to out of $from: $status', ({ from, to, status }) => {
    expect(pathwayFit(present(from), program(to), WISH)).toEqual({ status });
  });

  it('one of two that combine, where they give up the other', () => {
    const wish = { ...WISH, leavesPresent: true };
    const offered = program('INNOVATION_CAREER_PATHWAY');
    expect(pathwayFit(present('EARLY_COLLEGE'), offered, wish)).toEqual({ status: 'fits' });
  });

  it('none before they entered the present one', () => {
    const before = { ...WISH, since: '2025-09-02' };
    expect(pathwayFit(present('CHAPTER_74'), program('CHAPTER_74'), before)).toEqual({
      status: 'before-the-present',
      since: '2025-09-03',
    });
  });

  it('more courses, and never fewer', () => {
    const same = program('CHAPTER_74', 'old');
    const had = present('CHAPTER_74', { technical: 1, advanced: 1 });
    const more = { ...WISH, courses: { technical: 2, advanced: 1 } };
    const fewer = { ...WISH, courses: { technical: 2, advanced: 0 } };
    expect(pathwayFit(had, same, more)).toEqual({ status: 'fits' });
    expect(pathwayFit(had, same, fewer)).toEqual({ status: 'courses-lost' });
  });
});
