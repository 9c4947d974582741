import type { Thresholds } from './domain/thresholds.ts';

/**
 * The thresholds in force. The minimum wage is general knowledge ($15.00 since 2023), and student
 * learners may be paid otherwise: what falls under it is a warning, not a refusal.
 */
export const THRESHOLDS: Thresholds = {
  definitionVersion: 'opportunities-2026.1',
  minimumWage: [
    { from: '2022-01-01', cents: 1_425 },
    { from: '2023-01-01', cents: 1_500 },
  ],
  hoursTolerance: 0.1,
  countingMinutes: 100 * 60,
};
