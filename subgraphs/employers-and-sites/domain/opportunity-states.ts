export type OpportunityStatus = 'DRAFT' | 'OPEN' | 'FILLED' | 'CLOSED' | 'WITHDRAWN';

/** OPEN and FILLED follow the slots; what has ended stays as it is. */
export const LEGAL_MOVES: Readonly<Record<OpportunityStatus, readonly OpportunityStatus[]>> = {
  DRAFT: ['OPEN', 'WITHDRAWN'],
  OPEN: ['FILLED', 'CLOSED'],
  FILLED: ['OPEN', 'CLOSED'],
  CLOSED: [],
  WITHDRAWN: [],
};

export const canMove = (from: OpportunityStatus, to: OpportunityStatus): boolean =>
  LEGAL_MOVES[from].includes(to);

/** Whether its terms may still be edited. */
export const isEditable = (status: OpportunityStatus): boolean => LEGAL_MOVES[status].length > 0;

/** How an opportunity ends: a draft, which nobody saw, is taken back; what was advertised is closed. */
export const endOf = (status: OpportunityStatus): 'CLOSED' | 'WITHDRAWN' =>
  status === 'DRAFT' ? 'WITHDRAWN' : 'CLOSED';
