import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../../platform/actor.ts';
import { type Network, startNetwork } from './network.ts';
import { PEOPLE, payloadOf } from './people.ts';

export const [SCHOOL, SECOND] = ['99010505', '99010510'] as const;
export const AGREEMENT = `{ agreement { id status fiscalYear version signedByDistrict signedByBoard terminatedOn
  schools { deseCode tier } coordinators { id } commitments { side kind description }
  renewedFrom { id } district { deseCode } board { code } } }`;
const PROPOSE = `mutation ($input: ProposePartnershipInput!, $key: String) {
  proposePartnership(input: $input, idempotencyKey: $key) ${AGREEMENT} }`;
const SIGN = `mutation ($input: SignPartnershipInput!, $key: String) {
  signPartnership(input: $input, idempotencyKey: $key) ${AGREEMENT} }`;
const TERMINATE = `mutation ($input: TerminatePartnershipInput!) {
  terminatePartnership(input: $input) ${AGREEMENT} }`;
const RENEW = `mutation ($input: RenewPartnershipInput!) { renewPartnership(input: $input) ${AGREEMENT} }`;

type Asked = { readonly as?: Actor; readonly at?: Date; readonly key?: string | null };
export type Agreement = {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly fiscalYear: number;
};

export const COMMITMENTS = [
  { side: 'SCHOOL', kind: 'STAFF_TIME', description: 'Two periods a week.' },
  { side: 'WORKFORCE_BOARD', kind: 'TECHNOLOGY', description: 'The database.' },
];

/** A network with two schools of one district, and the ways to make agreements between it and its board. */
export async function startPartnerships() {
  const network: Network = await startNetwork();
  const { make } = network;
  await make.board('METRO_NORTH');
  await make.board('BOSTON');
  await make.district();
  await make.district('99020000', 'Elm');
  await make.school(SCHOOL);
  await make.school(SECOND);
  await make.school('99010515', { closed_on: '2024-07-01' });
  await make.school('99010520', { board_code: 'BOSTON' });
  await make.school('99020505', { district_code: '99020000' });
  const coordinator = await make.staff({ school_code: SCHOOL, coordinator: true });
  const stranger = await make.staff({ school_code: '99020505' });
  const terms = {
    districtCode: '99010000',
    boardCode: 'METRO_NORTH',
    schoolCodes: [SCHOOL, SECOND],
    coordinatorIds: [coordinator],
    commitments: COMMITMENTS,
  };

  const propose = (input: object = {}, { as = PEOPLE.DISTRICT_STAFF, ...asked }: Asked = {}) =>
    network.ask(PROPOSE, { as, key: null, ...asked, input: { ...terms, ...input } });
  const sign = (
    agreementId: string,
    as: Actor,
    { version, ...asked }: Asked & { version?: number } = {},
  ) =>
    network.ask(SIGN, {
      as,
      key: null,
      ...asked,
      input: { agreementId, expectedVersion: version ?? null },
    });

  return {
    network,
    coordinator,
    stranger,
    unknown: randomUUID(),
    propose,
    sign,
    /** The id of one that was proposed. */
    async proposed(input: object = {}): Promise<string> {
      const answer = await propose(input);
      return payloadOf<{ agreement: Agreement }>(answer, 'proposePartnership').agreement.id;
    },
    async signByBoth(id: string) {
      await sign(id, PEOPLE.DISTRICT_STAFF);
      return sign(id, PEOPLE.BOARD_STAFF);
    },
    terminate: (
      agreementId: string,
      { as = PEOPLE.BOARD_STAFF, ...asked }: Asked = {},
      input = {},
    ) =>
      network.ask(TERMINATE, { as, ...asked, input: { agreementId, reason: 'Done.', ...input } }),
    renew: (
      agreementId: string,
      { as = PEOPLE.DISTRICT_STAFF, ...asked }: Asked = {},
      input = {},
    ) => network.ask(RENEW, { as, ...asked, input: { agreementId, ...input } }),
    tierOf: async (code: string, at?: Date) => {
      const query = `{ school(deseCode: "${code}") { tier } }`;
      const { data } = await network.ask(query, at ? { at } : {});
      return data?.school;
    },
    clear: () => network.database.pool.query('truncate partnership_agreement cascade'),
  };
}
export type Partnerships = Awaited<ReturnType<typeof startPartnerships>>;
