import { expect } from 'vitest';
import type { Offer } from './employer-offers-a-place.ts';
import { employerOf, type Place, staffOf, studentSelf } from './people.ts';
import type { Planner } from './student-plans.ts';
import type { Teller } from './teller.ts';

const MOVED = `placementId placement { status version compliance { rule severity } approvals { side } }`;
const PROPOSE = `mutation ($input: ProposePlacementInput!) { proposePlacement(input: $input) { ${MOVED} } }`;
const MATCH = `mutation ($input: MatchPlacementInput!) { matchPlacement(input: $input) { ${MOVED} } }`;
const APPROVE = `mutation ($input: ApprovePlacementInput!) { approvePlacement(input: $input) { ${MOVED} } }`;
/** An employer acts on a placement, and reads nothing of it. */
const APPROVE_UNSEEN = `mutation ($input: ApprovePlacementInput!) { approvePlacement(input: $input) { placementId } }`;
const SLOTS = `query ($id: ID!) { opportunity(id: $id) { slotsFilled slotsOpen } }`;

type Moved = {
  readonly placementId: string;
  readonly placement: { readonly version: number };
};

/** What a placement of this student breaks until it starts: paid work of somebody under 18. */
const BEFORE_A_START = [
  { rule: 'WORK_PERMIT_REQUIRED', severity: 'BLOCKING' },
  { rule: 'WBLP_REQUIRED', severity: 'BLOCKING' },
];

/** Proposed by the student, matched by the school, and approved by the three sides. */
export async function placementIsArranged(
  { tell, refused }: Teller,
  place: Place,
  { student, goal, site, opportunity }: Planner & Offer,
): Promise<string> {
  const { school } = staffOf(place);
  const self = studentSelf(student);
  const slots = () => tell(SLOTS, undefined, { id: opportunity });

  const { proposePlacement } = await tell<{ readonly proposePlacement: Moved }>(PROPOSE, self, {
    input: {
      ...{ studentId: student, opportunityId: opportunity, myCapGoalId: goal },
    },
  });
  const { placementId } = proposePlacement;
  expect(proposePlacement).toMatchObject({ placement: { status: 'PROPOSED', compliance: [] } });
  expect(await slots()).toEqual({ opportunity: { slotsFilled: 0, slotsOpen: 2 } });

  const read = proposePlacement.placement.version;
  const matched = await tell(MATCH, school, { input: { placementId, expectedVersion: read } });
  expect(matched).toMatchObject({ matchPlacement: { placement: { status: 'MATCHED' } } });
  expect(await slots()).toEqual({ opportunity: { slotsFilled: 1, slotsOpen: 1 } });
  const input = { placementId, expectedVersion: read };
  expect(await refused(MATCH, school, { input })).toEqual(['CONFLICT']);

  const approve = (as: typeof self) => tell(APPROVE, as, { input: { placementId } });
  expect(await approve(self)).toMatchObject({
    approvePlacement: { placement: { status: 'MATCHED', approvals: [{ side: 'STUDENT' }] } },
  });
  const ofSite = await tell(APPROVE_UNSEEN, employerOf(site), { input: { placementId } });
  expect(ofSite).toEqual({ approvePlacement: { placementId } });
  expect(await approve(school)).toMatchObject({
    approvePlacement: { placement: { status: 'APPROVED', compliance: BEFORE_A_START } },
  });
  return placementId;
}
