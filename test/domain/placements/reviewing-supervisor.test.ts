import { expect, it } from 'vitest';
import { reviewingSupervisor } from '../../../subgraphs/placements/domain/reviewing-supervisor.ts';

const SUPERVISORS = [
  { id: 'stays', leftOn: null },
  { id: 'left', leftOn: '2026-07-31' },
  { id: 'new' },
];

it.each([
  { id: 'stays', day: '2026-08-14', fit: { status: 'fits' } },
  { id: 'new', day: '2026-08-14', fit: { status: 'fits' } },
  { id: 'left', day: '2026-07-31', fit: { status: 'fits' } },
  { id: 'left', day: '2026-08-01', fit: { status: 'had-left', leftOn: '2026-07-31' } },
  { id: 'elsewhere', day: '2026-07-10', fit: { status: 'not-of-this-site' } },
])('who $id reviews on $day: $fit.status', ({ id, day, fit }) => {
  expect(reviewingSupervisor(id, SUPERVISORS, day)).toEqual(fit);
});
