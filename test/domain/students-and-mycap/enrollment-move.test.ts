import { describe, expect, it } from 'vitest';
import {
  leavingFit,
  transferFit,
} from '../../../subgraphs/students-and-mycap/domain/enrollment-move.ts';

const ENTERED = '2026-02-28';
const TODAY = '2026-10-05';

describe('a transfer', () => {
  it.each([
    { day: '2026-02-28', expected: { status: 'before-the-entry', earliest: '2026-03-01' } },
    { day: '2026-03-01', expected: { status: 'fits', lastDay: '2026-02-28' } },
    { day: '2026-10-05', expected: { status: 'fits', lastDay: '2026-10-04' } },
    { day: '2026-10-06', expected: { status: 'in-the-future', today: TODAY } },
  ])('on $day: $expected.status', ({ day, expected }) => {
    expect(transferFit(day, ENTERED, TODAY)).toEqual(expected);
  });
});

describe('leaving', () => {
  it.each([
    { day: '2026-02-27', expected: { status: 'before-the-entry', earliest: ENTERED } },
    { day: '2026-02-28', expected: { status: 'fits', lastDay: '2026-02-28' } },
    { day: '2026-10-05', expected: { status: 'fits', lastDay: '2026-10-05' } },
    { day: '2026-10-06', expected: { status: 'in-the-future', today: TODAY } },
  ])('on $day: $expected.status', ({ day, expected }) => {
    expect(leavingFit(day, ENTERED, TODAY)).toEqual(expected);
  });
});
