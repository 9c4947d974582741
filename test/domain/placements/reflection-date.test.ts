import { expect, it } from 'vitest';
import { reflectionDateFit } from '../../../subgraphs/placements/domain/reflection-date.ts';

it.each([
  { day: '2026-07-05', status: 'before-the-start' },
  { day: '2026-07-06', status: 'fits' },
  { day: '2026-10-05', status: 'fits' },
  { day: '2026-10-06', status: 'in-the-future' },
])('a reflection of $day: $status', ({ day, status }) => {
  expect(reflectionDateFit(day, '2026-07-06', '2026-10-05').status).toBe(status);
});
