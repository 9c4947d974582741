import type { BrokenRule } from './broken-rule.ts';

type Assigned = { readonly deseCode: string; readonly boardCode: string };

/**
 * A school has one board. Its own board may hand it to another one, against the board of its town;
 * another board cannot take it.
 */
export function takenFromBoard(
  { deseCode, boardCode }: Assigned,
  byBoard: string,
): BrokenRule | null {
  if (boardCode === byBoard) return null;
  return {
    rule: 'SCHOOL_HAS_BOARD',
    message: `School "${deseCode}" belongs to board ${boardCode}, which would hand it over.`,
  };
}

/** An agreement is with the board of its schools: one that is open keeps them there. */
export function boundByAgreement({ deseCode }: Assigned, isBound: boolean): BrokenRule | null {
  if (!isBound) return null;
  return {
    rule: 'PARTNERSHIP_IN_FORCE',
    message: `School "${deseCode}" is covered by an agreement with its board. Terminate that first.`,
  };
}
