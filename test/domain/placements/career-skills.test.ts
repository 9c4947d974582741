import { expect, it } from 'vitest';
import { careerSkillsFit } from '../../../subgraphs/placements/domain/career-skills.ts';

const names = (count: number) => Array.from({ length: count }, (_, n) => `Skill ${n}`);

it.each([
  { count: 0, fit: { status: 'too-few', least: 3 } },
  { count: 2, fit: { status: 'too-few', least: 3 } },
  { count: 3, fit: { status: 'fits' } },
  { count: 5, fit: { status: 'fits' } },
  { count: 6, fit: { status: 'more-than-usual', usualMost: 5 } },
])("$count career skills in today's form: $fit.status", ({ count, fit }) => {
  expect(careerSkillsFit(names(count), 'CURRENT')).toEqual(fit);
});

it.each([
  { count: 0, fit: { status: 'too-few', least: 1 } },
  { count: 1, fit: { status: 'fits' } },
])('$count career skills in the form of 2005: $fit.status', ({ count, fit }) => {
  expect(careerSkillsFit(names(count), 'LEGACY_2005')).toEqual(fit);
});

it('a skill is named once, however it is written', () => {
  const twice = ['Privacy', 'Scheduling', ' privacy '];
  expect(careerSkillsFit(twice, 'CURRENT')).toEqual({ status: 'named-twice', name: ' privacy ' });
});

it('a foundation skill of the form of 2005 is none of its career skills', () => {
  const fit = { status: 'named-twice', name: 'Listening' };
  expect(careerSkillsFit(['Listening'], 'LEGACY_2005')).toEqual(fit);
  expect(careerSkillsFit(['Listening', 'Privacy', 'Filing'], 'CURRENT').status).toBe('fits');
});
