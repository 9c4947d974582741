import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AgreementState,
  type Move,
  moveAgreement,
  type Side,
  statusOn,
} from '../../../subgraphs/schools-and-network/domain/agreement-state.ts';
import { refusedMove } from '../../../subgraphs/schools-and-network/domain/refused-move.ts';

const IN_2027 = '2026-10-05';
const LAST_DAY = '2027-06-30';
const DAY_AFTER = '2027-07-01';
const DRAFT: AgreementState = { status: 'DRAFT', fiscalYear: 2027, signed: [] };
const ACTIVE: AgreementState = {
  status: 'ACTIVE',
  fiscalYear: 2027,
  signed: ['SCHOOL', 'WORKFORCE_BOARD'],
};

describe('an agreement', () => {
  it('waits after the first signature and is in force after the second', () => {
    const first = moveAgreement(DRAFT, 'sign', 'WORKFORCE_BOARD', IN_2027);
    const pending = { ...DRAFT, status: 'PENDING_SIGNATURE', signed: ['WORKFORCE_BOARD'] } as const;
    expect(first).toEqual({ status: 'moved', next: pending });
    expect(moveAgreement(pending, 'sign', 'SCHOOL', IN_2027)).toEqual({
      status: 'moved',
      next: { ...DRAFT, status: 'ACTIVE', signed: ['WORKFORCE_BOARD', 'SCHOOL'] },
    });
  });

  it('is signed by each side once', () => {
    const pending = { ...DRAFT, status: 'PENDING_SIGNATURE', signed: ['SCHOOL'] } as const;
    expect(moveAgreement(pending, 'sign', 'SCHOOL', IN_2027)).toEqual({ status: 'signed-before' });
  });

  it('is signed until June 30 of its fiscal year', () => {
    expect(moveAgreement(DRAFT, 'sign', 'SCHOOL', LAST_DAY).status).toBe('moved');
    expect(moveAgreement(DRAFT, 'sign', 'SCHOOL', DAY_AFTER)).toEqual({ status: 'year-over' });
  });

  it.each([
    { status: 'ACTIVE', today: LAST_DAY, expected: 'ACTIVE' },
    { status: 'ACTIVE', today: DAY_AFTER, expected: 'EXPIRED' },
    { status: 'DRAFT', today: DAY_AFTER, expected: 'DRAFT' },
    { status: 'PENDING_SIGNATURE', today: DAY_AFTER, expected: 'PENDING_SIGNATURE' },
    { status: 'TERMINATED', today: DAY_AFTER, expected: 'TERMINATED' },
  ] as const)('written $status is $expected on $today', ({ status, today, expected }) => {
    expect(statusOn(today, { status, fiscalYear: 2027 })).toBe(expected);
  });

  it.each([
    { state: ACTIVE, move: 'sign', today: IN_2027, from: 'ACTIVE', legal: ['terminate', 'renew'] },
    { state: DRAFT, move: 'renew', today: IN_2027, from: 'DRAFT', legal: ['sign', 'terminate'] },
    { state: ACTIVE, move: 'terminate', today: DAY_AFTER, from: 'EXPIRED', legal: ['renew'] },
    {
      state: { ...DRAFT, status: 'TERMINATED' },
      move: 'renew',
      today: IN_2027,
      from: 'TERMINATED',
      legal: [],
    },
  ] as const)(
    'that is $from cannot $move, and is told $legal',
    ({ state, move, today, from, legal }) => {
      const moved = moveAgreement(state, move, 'SCHOOL', today);
      expect(moved).toEqual({ status: 'illegal', from, legal });
    },
  );

  it.each([
    {
      refused: { status: 'illegal', from: 'ACTIVE', legal: ['terminate', 'renew'] },
      rule: 'PARTNERSHIP_STATUS',
      message: 'An agreement that is ACTIVE cannot be signed; it can be terminated or renewed.',
    },
    {
      refused: { status: 'illegal', from: 'TERMINATED', legal: [] },
      rule: 'PARTNERSHIP_STATUS',
      message: 'An agreement that is TERMINATED cannot be signed; nothing can be done with it.',
    },
    {
      refused: { status: 'year-over' },
      rule: 'PARTNERSHIP_YEAR_OVER',
      message: 'Its fiscal year is over, so it cannot be signed. Propose one for this year.',
    },
    {
      refused: { status: 'signed-before' },
      rule: 'PARTNERSHIP_SIGNED_BEFORE',
      message: 'The board has signed it before. Each side signs once.',
    },
  ] as const)('that cannot move is refused by $rule: $message', ({ refused, ...expected }) => {
    expect(refusedMove(refused, 'sign', 'WORKFORCE_BOARD')).toEqual(expected);
  });
});

const step = fc.record({
  move: fc.constantFrom<Move>('sign', 'terminate', 'renew'),
  by: fc.constantFrom<Side>('SCHOOL', 'WORKFORCE_BOARD'),
  today: fc.constantFrom(IN_2027, LAST_DAY, DAY_AFTER),
});

describe('whatever is tried in whatever order, an agreement', () => {
  const life = (steps: readonly { move: Move; by: Side; today: string }[]): AgreementState[] => {
    const states: AgreementState[] = [DRAFT];
    for (const { move, by, today } of steps) {
      const state = states.at(-1) ?? DRAFT;
      const moved = moveAgreement(state, move, by, today);
      states.push(moved.status === 'moved' ? moved.next : state);
    }
    return states;
  };

  it('is in force only with both signatures, each given once', () => {
    const signatures: Readonly<Record<string, number>> = {
      DRAFT: 0,
      PENDING_SIGNATURE: 1,
      ACTIVE: 2,
    };
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const states = life(steps);
        for (const { signed } of states) expect(new Set(signed).size).toBe(signed.length);
        const open = states.filter(({ status }) => status !== 'TERMINATED');
        expect(open.map(({ signed }) => signed.length)).toEqual(
          open.map(({ status }) => signatures[status]),
        );
      }),
    );
  });

  it('is never written as expired, and stays ended once it ended', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const statuses = life(steps).map(({ status }) => status);
        expect(statuses).not.toContain('EXPIRED');
        const end = statuses.indexOf('TERMINATED');
        if (end >= 0) expect(new Set(statuses.slice(end))).toEqual(new Set(['TERMINATED']));
      }),
    );
  });

  it('does what it told to be possible', () => {
    fc.assert(
      fc.property(fc.array(step), step, (steps, { move, by }) => {
        const state = life(steps).at(-1) ?? DRAFT;
        const moved = moveAgreement(state, move, by, IN_2027);
        if (moved.status !== 'illegal') return;
        for (const legal of moved.legal)
          expect(moveAgreement(state, legal, by, IN_2027).status).not.toBe('illegal');
      }),
    );
  });
});
