import { fiscalYearOf } from './fiscal-year.ts';

/** `EXPIRED` is never written down: it is what `ACTIVE` becomes after its fiscal year. */
export type AgreementStatus = 'DRAFT' | 'PENDING_SIGNATURE' | 'ACTIVE' | 'EXPIRED' | 'TERMINATED';
export type Side = 'SCHOOL' | 'WORKFORCE_BOARD';

export type AgreementState = {
  readonly status: AgreementStatus;
  readonly fiscalYear: number;
  readonly signed: readonly Side[];
};

export type Move = 'sign' | 'terminate' | 'renew';

/** The moves of each status. Running out is no move: June 30 does it. */
const MOVES: Readonly<Record<AgreementStatus, readonly Move[]>> = {
  DRAFT: ['sign', 'terminate'],
  PENDING_SIGNATURE: ['sign', 'terminate'],
  ACTIVE: ['terminate', 'renew'],
  EXPIRED: ['renew'],
  TERMINATED: [],
};

/** An agreement's status on a day: one in force ends with June 30 of its fiscal year. */
export const statusOn = (
  today: string,
  { status, fiscalYear }: Pick<AgreementState, 'status' | 'fiscalYear'>,
): AgreementStatus =>
  status === 'ACTIVE' && fiscalYearOf(today) > fiscalYear ? 'EXPIRED' : status;

export type Moved =
  | { readonly status: 'moved'; readonly next: AgreementState }
  | { readonly status: 'illegal'; readonly from: AgreementStatus; readonly legal: readonly Move[] }
  | { readonly status: 'year-over' }
  | { readonly status: 'signed-before' };

function sign(state: AgreementState, by: Side, today: string): Moved {
  if (fiscalYearOf(today) > state.fiscalYear) return { status: 'year-over' };
  if (state.signed.includes(by)) return { status: 'signed-before' };
  const signed = [...state.signed, by];
  const status = signed.length === 2 ? 'ACTIVE' : 'PENDING_SIGNATURE';
  return { status: 'moved', next: { ...state, status, signed } };
}

/**
 * What a move by one side makes of an agreement on a day. Each side signs once, the second signature
 * puts it in force, and what has ended stays ended. A renewal leaves it as it is.
 */
export function moveAgreement(state: AgreementState, move: Move, by: Side, today: string): Moved {
  const from = statusOn(today, state);
  const legal = MOVES[from];
  if (!legal.includes(move)) return { status: 'illegal', from, legal };
  if (move === 'sign') return sign(state, by, today);
  const next: AgreementState = move === 'terminate' ? { ...state, status: 'TERMINATED' } : state;
  return { status: 'moved', next };
}
