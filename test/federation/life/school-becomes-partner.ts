import { expect } from 'vitest';
import { type Place, staffOf } from './people.ts';
import type { Teller } from './teller.ts';

const TIER = `query ($code: DeseOrgCode!) { school(deseCode: $code) { tier } }`;
const JOIN = `mutation ($input: JoinNetworkInput!) { joinNetwork(input: $input) {
  membership { joinedBy { id name } emailListOptIn databaseRegistrationSentAt mapListedAt } school { tier }
} }`;
const PROPOSE = `mutation ($input: ProposePartnershipInput!) { proposePartnership(input: $input) {
  agreement { id status version }
} }`;
const SIGN = `mutation ($input: SignPartnershipInput!) { signPartnership(input: $input) {
  agreement { status version signedByDistrict signedByBoard schools { tier } coordinators { name } }
} }`;

type Joined = {
  readonly joinNetwork: { readonly membership: { readonly joinedBy: { readonly id: string } } };
};
type Proposed = {
  readonly proposePartnership: { readonly agreement: { readonly id: string } };
};

/** The school joins by the form; then its district and its board agree, and it is a partner. */
export async function schoolBecomesPartner({ tell }: Teller, place: Place): Promise<void> {
  const staff = staffOf(place);
  const tier = () => tell(TIER, undefined, { code: place.school });
  expect(await tier()).toEqual({ school: { tier: 'NOT_IN_NETWORK' } });

  const newContact = { name: 'Noor Castellane', email: 'n.castellane@school.example' };
  const joined = await tell<Joined>(JOIN, staff.school, {
    input: { schoolCode: place.school, newContact },
  });
  expect(joined).toMatchObject({
    joinNetwork: {
      membership: {
        joinedBy: { name: newContact.name },
        emailListOptIn: true,
        databaseRegistrationSentAt: expect.any(String),
        mapListedAt: expect.any(String),
      },
      school: { tier: 'MEMBER' },
    },
  });

  const commitments = [
    { side: 'SCHOOL', kind: 'SCHEDULING', description: 'Fridays free for work.' },
    { side: 'WORKFORCE_BOARD', kind: 'STAFF_TIME', description: 'A specialist, one day a week.' },
  ];
  const { proposePartnership } = await tell<Proposed>(PROPOSE, staff.district, {
    input: {
      districtCode: place.district,
      boardCode: place.board,
      schoolCodes: [place.school],
      coordinatorIds: [joined.joinNetwork.membership.joinedBy.id],
      commitments,
    },
  });
  const { agreement } = proposePartnership;
  expect(agreement).toMatchObject({ status: 'DRAFT' });

  const input = { agreementId: agreement.id };
  expect(await tell(SIGN, staff.district, { input })).toMatchObject({
    signPartnership: { agreement: { status: 'PENDING_SIGNATURE', schools: [{ tier: 'MEMBER' }] } },
  });
  expect(await tell(SIGN, staff.board, { input })).toMatchObject({
    signPartnership: {
      agreement: {
        status: 'ACTIVE',
        signedByDistrict: expect.any(String),
        signedByBoard: expect.any(String),
        schools: [{ tier: 'PARTNER' }],
        coordinators: [{ name: newContact.name }],
      },
    },
  });
  expect(await tier()).toEqual({ school: { tier: 'PARTNER' } });
}
