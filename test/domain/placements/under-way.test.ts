import { expect, it } from 'vitest';
import {
  CAN_BE_REVIEWED,
  CAN_HAVE_A_PLAN,
  canTellHoursIn,
} from '../../../subgraphs/placements/domain/under-way.ts';
import { PlacementStatus } from '../../../subgraphs/placements/generated/client/client.ts';

const others = (possible: readonly string[]) =>
  Object.values(PlacementStatus).filter((status) => !possible.includes(status));

it('a student tells hours while the placement is active, staff also of one that is over', () => {
  expect(canTellHoursIn('STUDENT')).toEqual(['ACTIVE']);
  expect(canTellHoursIn('STAFF')).toEqual(['ACTIVE', 'COMPLETED', 'ENDED_EARLY']);
});

it('what came to nothing has no plan, and what is not approved no review', () => {
  expect(others(CAN_HAVE_A_PLAN)).toEqual(['WITHDRAWN', 'DECLINED']);
  expect(others(CAN_BE_REVIEWED)).toEqual(['PROPOSED', 'MATCHED', 'WITHDRAWN', 'DECLINED']);
});
