import type { Actor } from '../../../../platform/actor.ts';
import type { SubgraphResponse } from '../../../../platform/subgraph.ts';
import { actorsNear, type Subject } from '../../../support/actors.ts';

/** Somebody of every role, as near to school `99010505` of the makers' district and board as it can be. */
export const SUBJECT: Subject = {
  student: '7d0c0f5e-3b1a-4c61-9a54-5f2e8d1b6a01',
  school: '99010505',
  district: '99010000',
  board: 'METRO_NORTH',
};
export const PEOPLE = actorsNear(SUBJECT);
export const OTHER_DISTRICT: Actor = {
  subject: 'd2',
  role: 'DISTRICT_STAFF',
  district: '99020000',
};
export const OTHER_BOARD: Actor = { subject: 'b2', role: 'BOARD_STAFF', board: 'BOSTON' };
export const OTHER_SCHOOL: Actor = { subject: 's2', role: 'SCHOOL_STAFF', schools: ['99010510'] };

/** The rules that an answer says were broken, or the codes of other refusals. */
export const refusals = ({ errors }: Pick<SubgraphResponse, 'errors'>) =>
  errors?.map(({ extensions }) => extensions?.rule ?? extensions?.code);

export const messages = ({ errors }: Pick<SubgraphResponse, 'errors'>) =>
  errors?.map(({ message }) => message);

/** What a mutation answered, by its name. */
export const payloadOf = <Payload>(answer: SubgraphResponse, mutation: string) =>
  answer.data?.[mutation] as Payload;
