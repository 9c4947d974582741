import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../subgraphs/students-and-mycap/domain/activity-stage.ts';
import {
  type Stage,
  type StandsAt,
  stageMove,
} from '../../../subgraphs/students-and-mycap/domain/stage-move.ts';

const EXPLORING: StandsAt = { current: 'CAREER_EXPLORATION', furthest: 'CAREER_EXPLORATION' };

describe('a stage', () => {
  it('moves forward, by one or by several', () => {
    expect(stageMove(EXPLORING, 'CAREER_IMMERSION', null)).toEqual({
      status: 'forward',
      furthest: 'CAREER_IMMERSION',
    });
    const first = { current: 'SELF_DISCOVERY', furthest: 'SELF_DISCOVERY' } as const;
    expect(stageMove(first, 'CAREER_IMMERSION', null)).toMatchObject({ status: 'forward' });
  });

  it('that is recorded again is no move', () => {
    expect(stageMove(EXPLORING, 'CAREER_EXPLORATION', 'Again.')).toEqual({ status: 'unchanged' });
  });

  it.each([null, '', '   '])('does not move back for the reason %j', (reason) => {
    expect(stageMove(EXPLORING, 'CAREER_AWARENESS', reason)).toEqual({
      status: 'back-without-reason',
    });
  });

  it('moves back with a reason, and the furthest stays', () => {
    expect(stageMove(EXPLORING, 'SELF_DISCOVERY', 'Starts over.')).toEqual({
      status: 'back',
      furthest: 'CAREER_EXPLORATION',
    });
  });
});

describe('any history of stages', () => {
  const rank = (stage: Stage) => STAGES.indexOf(stage);
  const wish = fc.record({
    to: fc.constantFrom(...STAGES),
    reason: fc.option(fc.constantFrom('Starts over.', ' '), { nil: null }),
  });

  /** Where each wish that was granted led, from the first stage on. */
  function granted(first: Stage, wishes: readonly { to: Stage; reason: string | null }[]) {
    const history = [{ current: first, furthest: first, reason: null as string | null }];
    for (const { to, reason } of wishes) {
      const move = stageMove(history.at(-1) ?? EXPLORING, to, reason);
      if ('furthest' in move) history.push({ current: to, furthest: move.furthest, reason });
    }
    return history;
  }

  const histories = (holds: (history: ReturnType<typeof granted>) => void) =>
    fc.assert(
      fc.property(fc.constantFrom(...STAGES), fc.array(wish), (first, wishes) =>
        holds(granted(first, wishes)),
      ),
    );

  it('has as its furthest stage the furthest that was ever current', () => {
    histories((history) => {
      const reached = history.map(({ current }) => rank(current));
      expect(rank(history.at(-1)?.furthest ?? 'SELF_DISCOVERY')).toBe(Math.max(...reached));
    });
  });

  it('has a reason for each step back, and no step on the spot', () => {
    histories((history) => {
      for (const [i, { current, reason }] of history.slice(1).entries()) {
        const by = rank(current) - rank(history[i]?.current ?? current);
        expect(by).not.toBe(0);
        if (by < 0) expect(reason?.trim()).toBeTruthy();
      }
    });
  });
});
