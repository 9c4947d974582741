import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  isOver,
  SUPPORT_MOVES,
  type SupportStatus,
  supportMove,
} from '../../../subgraphs/students-and-mycap/domain/support-status.ts';

const STATUSES = Object.keys(SUPPORT_MOVES) as SupportStatus[];

it.each([
  { from: 'REQUESTED', to: 'APPROVED', status: 'fits' },
  { from: 'REQUESTED', to: 'DECLINED_BY_STUDENT', status: 'fits' },
  { from: 'APPROVED', to: 'PROVIDED', status: 'fits' },
  { from: 'APPROVED', to: 'REQUESTED', status: 'illegal' },
  { from: 'PROVIDED', to: 'NOT_NEEDED', status: 'illegal' },
  { from: 'DECLINED_BY_STUDENT', to: 'APPROVED', status: 'illegal' },
] as const)('from $from to $to: $status', ({ from, to, status }) => {
  expect(supportMove(from, to)).toMatchObject({ status });
});

it('an illegal move names the legal ones', () => {
  expect(supportMove('APPROVED', 'REQUESTED')).toEqual({
    status: 'illegal',
    legal: ['PROVIDED', 'DECLINED_BY_STUDENT', 'NOT_NEEDED'],
  });
});

it('whatever is tried, a support that is over stays as it is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STATUSES)), (wishes) => {
      let at: SupportStatus = 'REQUESTED';
      for (const wish of wishes) {
        const fits = supportMove(at, wish).status === 'fits';
        if (isOver(at)) expect(fits).toBe(wish === at);
        if (fits) at = wish;
      }
    }),
  );
});
