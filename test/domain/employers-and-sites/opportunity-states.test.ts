import { expect, it } from 'vitest';
import {
  canMove,
  endOf,
  isEditable,
} from '../../../subgraphs/employers-and-sites/domain/opportunity-states.ts';

it.each([
  { status: 'DRAFT', end: 'WITHDRAWN', legal: true, editable: true },
  { status: 'OPEN', end: 'CLOSED', legal: true, editable: true },
  { status: 'FILLED', end: 'CLOSED', legal: true, editable: true },
  { status: 'CLOSED', end: 'CLOSED', legal: false, editable: false },
  { status: 'WITHDRAWN', end: 'CLOSED', legal: false, editable: false },
] as const)('what is $status ends as $end: $legal, and is edited: $editable', (given) => {
  const { status, end, legal, editable } = given;
  expect(endOf(status)).toBe(end);
  expect(canMove(status, end)).toBe(legal);
  expect(isEditable(status)).toBe(editable);
});
