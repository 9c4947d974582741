/** From a request to its end. The last three are final: what is needed again is requested anew. */
export const SUPPORT_MOVES = {
  REQUESTED: ['APPROVED', 'PROVIDED', 'DECLINED_BY_STUDENT', 'NOT_NEEDED'],
  APPROVED: ['PROVIDED', 'DECLINED_BY_STUDENT', 'NOT_NEEDED'],
  PROVIDED: [],
  DECLINED_BY_STUDENT: [],
  NOT_NEEDED: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SupportStatus = keyof typeof SUPPORT_MOVES;

export type SupportMove =
  | { readonly status: 'fits' }
  | { readonly status: 'illegal'; readonly legal: readonly SupportStatus[] };

/** Staying where it is counts as no move, so that other facts of a support can change. */
export function supportMove(from: SupportStatus, to: SupportStatus): SupportMove {
  const legal: readonly SupportStatus[] = SUPPORT_MOVES[from];
  return from === to || legal.includes(to) ? { status: 'fits' } : { status: 'illegal', legal };
}

export const isOver = (status: SupportStatus): boolean => SUPPORT_MOVES[status].length === 0;
