import { describe, expect, it } from 'vitest';
import { isEnrolledAt, schoolOn } from '../../../subgraphs/placements/domain/enrollment.ts';

const MOVED = [
  { schoolCode: '90350010', enteredOn: '2025-09-02', leftOn: '2026-01-15' },
  { schoolCode: '90350020', enteredOn: '2026-01-15', leftOn: null },
];

describe('a student who moved within a year', () => {
  it.each([
    ['2025-09-01', null],
    ['2025-09-02', '90350010'],
    ['2026-01-14', '90350010'],
    ['2026-01-15', '90350020'],
    ['2030-01-01', '90350020'],
  ])('attended on %s: %s', (day, school) => {
    expect(schoolOn(MOVED, day)).toBe(school);
  });

  it('is enrolled at both schools on the day between', () => {
    expect(isEnrolledAt(MOVED, '90350010', '2026-01-15')).toBe(true);
    expect(isEnrolledAt(MOVED, '90350020', '2026-01-15')).toBe(true);
    expect(isEnrolledAt(MOVED, '90350010', '2026-01-16')).toBe(false);
  });
});

it('who is enrolled nowhere attends no school', () => {
  expect(schoolOn([], '2026-01-15')).toBeNull();
});
