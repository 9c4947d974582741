import { expect, it } from 'vitest';
import { completionFit } from '../../../subgraphs/students-and-mycap/domain/milestone-completion.ts';

const OPENED = '2025-09-03';
const TODAY = '2026-10-05';

it.each([
  { day: null, expected: { status: 'without-a-date' } },
  { day: '2025-09-02', expected: { status: 'before-the-plan', opened: OPENED } },
  { day: '2025-09-03', expected: { status: 'fits', completedOn: '2025-09-03' } },
  { day: '2026-10-05', expected: { status: 'fits', completedOn: '2026-10-05' } },
  { day: '2026-10-06', expected: { status: 'in-the-future', today: TODAY } },
])('completed on $day: $expected.status', ({ day, expected }) => {
  for (const status of ['PLANNED', 'IN_PROGRESS'] as const)
    expect(completionFit({ status, openedOn: OPENED }, day, TODAY)).toEqual(expected);
});

it.each(['COMPLETED', 'WAIVED'] as const)('what is %s is not completed again', (status) => {
  expect(completionFit({ status, openedOn: OPENED }, TODAY, TODAY)).toEqual({
    status: 'done-already',
    as: status,
  });
});
