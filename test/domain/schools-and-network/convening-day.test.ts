import { describe, expect, it } from 'vitest';
import {
  convenedTooEarly,
  countedTooEarly,
} from '../../../subgraphs/schools-and-network/domain/convening-day.ts';

const TODAY = '2026-11-05';

describe('a convening', () => {
  it.each([
    { day: '2026-11-04', rule: 'CONVENING_DATE' },
    { day: '2026-11-05', rule: undefined },
    { day: '2026-11-06', rule: undefined },
  ])('is scheduled for $day: $rule', ({ day, rule }) => {
    expect(convenedTooEarly(day, TODAY)?.rule).toBe(rule);
  });

  it.each([
    { day: '2026-11-04', rule: undefined },
    { day: '2026-11-05', rule: undefined },
    { day: '2026-11-06', rule: 'CONVENING_NOT_HELD' },
  ])('of $day is counted: $rule', ({ day, rule }) => {
    expect(countedTooEarly(day, TODAY)?.rule).toBe(rule);
  });
});
