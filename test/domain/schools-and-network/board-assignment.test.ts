import { expect, it } from 'vitest';
import {
  boundByAgreement,
  takenFromBoard,
} from '../../../subgraphs/schools-and-network/domain/board-assignment.ts';

const SCHOOL = { deseCode: '99010505', boardCode: 'METRO_NORTH' };

it('a school is handed over by the board that has it, and by no other', () => {
  expect(takenFromBoard(SCHOOL, 'METRO_NORTH')).toBeNull();
  expect(takenFromBoard(SCHOOL, 'BOSTON')?.rule).toBe('SCHOOL_HAS_BOARD');
});

it('a school that an open agreement covers stays with its board', () => {
  expect(boundByAgreement(SCHOOL, false)).toBeNull();
  expect(boundByAgreement(SCHOOL, true)?.rule).toBe('PARTNERSHIP_IN_FORCE');
});
