import { expect, it } from 'vitest';
import { bandFinding } from '../../../subgraphs/students-and-mycap/domain/stage-band.ts';

it.each([
  { stage: 'SELF_DISCOVERY', grade: 6, found: false },
  { stage: 'SELF_DISCOVERY', grade: 7, found: false },
  { stage: 'SELF_DISCOVERY', grade: 8, found: true },
  { stage: 'CAREER_AWARENESS', grade: 6, found: true },
  { stage: 'CAREER_AWARENESS', grade: 8, found: false },
  { stage: 'CAREER_AWARENESS', grade: 9, found: true },
  { stage: 'CAREER_EXPLORATION', grade: 7, found: true },
  { stage: 'CAREER_EXPLORATION', grade: 10, found: false },
  { stage: 'CAREER_EXPLORATION', grade: 11, found: true },
  { stage: 'CAREER_IMMERSION', grade: 9, found: true },
  { stage: 'CAREER_IMMERSION', grade: 10, found: false },
  { stage: 'CAREER_IMMERSION', grade: 13, found: false },
] as const)('$stage in grade $grade is a finding: $found', ({ stage, grade, found }) => {
  expect(bandFinding(stage, grade) !== null).toBe(found);
});

it('a finding says which grades a stage is typical of', () => {
  expect(bandFinding('CAREER_IMMERSION', 9)).toEqual({
    rule: 'STAGE_OUT_OF_BAND',
    stage: 'CAREER_IMMERSION',
    grade: 9,
    first: 10,
    last: 12,
  });
});
