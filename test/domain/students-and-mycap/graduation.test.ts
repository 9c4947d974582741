import { expect, it } from 'vitest';
import { graduationFit } from '../../../subgraphs/students-and-mycap/domain/graduation.ts';

it.each([
  { grade: 11, status: 'not-in-the-last-grade' },
  { grade: 12, status: 'fits' },
  { grade: 13, status: 'fits' },
])('from grade $grade: $status', ({ grade, status }) => {
  expect(graduationFit(grade)).toMatchObject({ status });
});
